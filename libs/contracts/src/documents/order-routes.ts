import { z } from 'zod';
import { caseOrdersView, orderListQuery, orderView } from '../api/order-bodies.js';
import { get } from './route.js';
import type { Route } from './route.js';

const everyDesk = ['agent', 'supervisor', 'manager', 'admin'] as const;

export const orderRoutes: readonly Route[] = [
  get(
    '/api/v1/cases/{id}/orders',
    'What other units were asked for in a case, and what they answered',
    { tag: 'cases', roles: everyDesk },
    caseOrdersView,
  ),
  get(
    '/api/v1/orders',
    'Orders to units of all cases, the first due first',
    { tag: 'cases', roles: everyDesk, query: orderListQuery },
    z.object({ items: z.array(orderView), next: z.string().nullable() }),
  ),
];
