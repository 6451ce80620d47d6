import { caseDepartmentsView } from '../api/department-bodies.js';
import { get } from './route.js';
import type { Route } from './route.js';

const everyDesk = ['agent', 'supervisor', 'manager', 'admin'] as const;

export const departmentRoutes: readonly Route[] = [
  get(
    '/api/v1/cases/{id}/departments',
    'Who had the case for how long, to the minute; the transfer that waits',
    { tag: 'cases', roles: everyDesk },
    caseDepartmentsView,
  ),
];
