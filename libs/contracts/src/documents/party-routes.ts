import { partiesView } from '../api/party-bodies.js';
import { get } from './route.js';
import type { Route } from './route.js';

export const partyRoutes: readonly Route[] = [
  get(
    '/api/v1/cases/{id}/parties',
    'Who takes part in a case beside its customer, and who of them may hear of it',
    { tag: 'cases', roles: ['agent', 'supervisor', 'manager', 'admin'] },
    partiesView,
  ),
];
