import { queueListQuery, queueMatchView, queueQuestion, queuesView } from '../api/queue-bodies.js';
import { get } from './route.js';
import type { Route } from './route.js';

const desks = { tag: 'cases', roles: ['agent', 'supervisor', 'manager', 'admin'] } as const;

export const queueRoutes: readonly Route[] = [
  get(
    '/api/v1/queues',
    'Queues with their targets, open cases, and what handling took and cost',
    { ...desks, query: queueListQuery },
    queuesView,
  ),
  {
    method: 'post',
    path: '/api/v1/queues/match',
    summary: 'The queue that takes a complaint, asked before it is filed; nothing is stored',
    ...desks,
    body: queueQuestion,
    answers: { 200: { description: 'The queue, or none', schema: queueMatchView } },
  },
];
