import { savedViewBody, savedViewListView, savedViewView } from '../api/saved-view-bodies.js';
import { get } from './route.js';
import type { Route } from './route.js';

const desks = { tag: 'cases', roles: ['agent', 'supervisor', 'manager', 'admin'] } as const;
const path = '/api/v1/saved-views';

export const savedViewRoutes: readonly Route[] = [
  get(path, "Lists of cases that were saved: one's own and those shared", desks, savedViewListView),
  {
    method: 'post',
    path,
    summary: 'Save a list of cases under a name; sharing is for supervisors and above',
    ...desks,
    body: savedViewBody,
    answers: { 201: { description: 'Saved', schema: savedViewView } },
  },
  get(`${path}/{id}`, 'A saved list of cases', desks, savedViewView),
  {
    method: 'put',
    path: `${path}/{id}`,
    summary: 'Replace a saved list of cases; for its owner, and for administrators where shared',
    ...desks,
    body: savedViewBody,
    answers: { 200: { description: 'Saved', schema: savedViewView } },
  },
  {
    method: 'delete',
    path: `${path}/{id}`,
    summary: 'Delete a saved list of cases; for its owner, and for administrators where shared',
    ...desks,
    answers: { 204: { description: 'Gone' } },
  },
];
