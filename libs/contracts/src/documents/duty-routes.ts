import {
  dutyBody,
  dutyNowQuery,
  dutyNowView,
  dutyPublishQuery,
  dutyView,
} from '../api/duty-bodies.js';
import { get } from './route.js';
import type { Route } from './route.js';

const desks = { tag: 'alerts', roles: ['agent', 'supervisor', 'manager', 'admin'] } as const;

export const dutyRoutes: readonly Route[] = [
  get('/api/v1/duty', 'Who takes turns on call, and who is away', desks, dutyView),
  {
    method: 'put',
    path: '/api/v1/duty',
    summary: 'Replace rosters and absences; the versions before are kept',
    tag: 'alerts',
    roles: ['supervisor', 'manager', 'admin'],
    query: dutyPublishQuery,
    body: dutyBody,
    answers: { 200: { description: 'In force', schema: dutyView } },
  },
  get(
    '/api/v1/duty/now',
    'Who is called of each roster at an instant, and why not somebody else',
    { ...desks, query: dutyNowQuery },
    dutyNowView,
  ),
];
