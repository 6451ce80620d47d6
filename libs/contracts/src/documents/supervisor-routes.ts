import { bulkCommandAnswer, bulkCommandBody } from '../api/bulk-bodies.js';
import type { Route } from './route.js';

export const supervisorRoutes: readonly Route[] = [
  {
    method: 'post',
    path: '/api/v1/cases/commands/{command}',
    summary: 'Give many cases the same command, up to 1 000 at once',
    tag: 'cases',
    roles: ['supervisor', 'manager', 'admin'],
    body: bulkCommandBody,
    answers: { 207: { description: 'One answer per case', schema: bulkCommandAnswer } },
  },
];
