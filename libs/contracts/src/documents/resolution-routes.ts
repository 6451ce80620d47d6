import { z } from 'zod';
import {
  actionListQuery,
  actionView,
  authorityView,
  resolutionView,
} from '../api/resolution-bodies.js';
import { get } from './route.js';
import type { Route } from './route.js';

const everyDesk = ['agent', 'supervisor', 'manager', 'admin'] as const;

export const resolutionRoutes: readonly Route[] = [
  get(
    '/api/v1/cases/{id}/resolution',
    'How a case is settled: notes, apologies, remedies, causes, preventive actions, accountability',
    { tag: 'cases', roles: everyDesk },
    resolutionView,
  ),
  get(
    '/api/v1/authority',
    'Up to which cost the caller gives something of their own accord, under the policy in force',
    { tag: 'cases', roles: everyDesk },
    authorityView,
  ),
  get(
    '/api/v1/actions',
    'Preventive actions of all cases, the first due first',
    { tag: 'cases', roles: everyDesk, query: actionListQuery },
    z.object({ items: z.array(actionView), next: z.string().nullable() }),
  ),
];
