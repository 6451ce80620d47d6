import { z } from 'zod';
import { safetyListItem, safetyListQuery, safetyView } from '../api/safety-bodies.js';
import { get } from './route.js';
import type { Route } from './route.js';

const everyDesk = ['agent', 'supervisor', 'manager', 'admin'] as const;

export const safetyRoutes: readonly Route[] = [
  get(
    '/api/v1/cases/{id}/safety',
    'The safety report of a case: who reported what to whom, and when',
    { tag: 'cases', roles: everyDesk },
    safetyView,
  ),
  get(
    '/api/v1/safety-reports',
    'The register of safety reports, the latest first',
    { tag: 'cases', roles: everyDesk, query: safetyListQuery },
    z.object({ items: z.array(safetyListItem), next: z.string().nullable() }),
  ),
];
