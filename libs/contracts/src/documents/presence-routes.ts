import {
  presenceBody,
  presenceHeldView,
  presenceQuery,
  presenceView,
} from '../api/presence-bodies.js';
import { stream } from './route.js';
import type { Route } from './route.js';

const onCases = { tag: 'cases', roles: ['agent', 'supervisor', 'manager', 'admin'] } as const;
const answers = { 200: { description: 'Who is at the case now', schema: presenceView } };
const path = '/api/v1/cases/{id}/presence';

export const presenceRoutes: readonly Route[] = [
  {
    method: 'post',
    path,
    summary: 'Say that you look at a case or write in it; for 30 seconds, say it again within them',
    ...onCases,
    body: presenceBody,
    answers: {
      200: {
        description: 'Who is at the case now, and what you have read of it',
        schema: presenceHeldView,
      },
    },
  },
  { method: 'delete', path, summary: 'Say that you left a case', ...onCases, answers },
  stream('/api/v1/streams/presence', 'Who is at one case: now, and whenever that changes', {
    ...onCases,
    query: presenceQuery,
  }),
];
