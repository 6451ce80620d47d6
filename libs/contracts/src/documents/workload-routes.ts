import { incidentListView, workloadQuery, workloadView } from '../api/workload-bodies.js';
import { get } from './route.js';
import type { Route } from './route.js';

const leading = { tag: 'cases', roles: ['supervisor', 'manager', 'admin'] } as const;

export const workloadRoutes: readonly Route[] = [
  get(
    '/api/v1/workload',
    'What is due soon, and how much every agent and unit has',
    { ...leading, query: workloadQuery },
    workloadView,
  ),
  get(
    '/api/v1/incidents',
    'Cases that stand for a mass incident and have not ended',
    leading,
    incidentListView,
  ),
];
