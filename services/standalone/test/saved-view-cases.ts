import { expect } from '@jest/globals';
import type { EndpointCase, Known } from './endpoint-case.js';

const path = '/api/v1/saved-views';
const view = {
  name: 'Late in the north',
  filters: { unit: 'north', overdue: 'true' },
  columns: ['number', 'due'],
  sort: 'due',
};
/** Of whoever opens it. */
const own = { owner: 'me,none', unit: 'mine' };
const shared = { ...view, sharedWith: ['agent'] };
const of = ({ savedView }: Known) => ({ items: [expect.objectContaining({ id: savedView })] });
const refused = (slug: string) => ({ type: `urn:clearline:problem:${slug}` });

/** A list of cases is kept under a name, shared, opened by others and deleted. */
export const savedViewCases: readonly EndpointCase[] = [
  {
    ...{ method: 'POST', path, as: 'agent', body: shared, status: 403 },
    answer: { ...refused('forbidden'), requiredRoles: ['supervisor', 'manager', 'admin'] },
  },
  {
    ...{ method: 'POST', path, as: 'supervisor', body: shared, status: 201 },
    answer: { ...shared, owner: 'supervisor', isOwn: true, isChangeable: true },
    learn: ({ body }) => ({ savedView: String(body['id']) }),
  },
  {
    ...{ method: 'POST', path, as: 'supervisor', body: shared, status: 422 },
    answer: { errors: [{ path: 'name', rule: 'unique' }] },
  },
  {
    ...{ method: 'POST', path, as: 'agent', body: { ...view, columns: ['salary'] }, status: 422 },
    answer: refused('validation'),
  },
  {
    ...{ method: 'POST', path, as: 'agent', status: 422 },
    body: { ...view, filters: { receivedFrom: '2026-03-02', receivedTo: '2026-03-01' } },
    answer: { errors: [{ path: 'filters.receivedTo' }] },
  },
  { method: 'GET', path, as: 'agent', status: 200, answer: of },
  { method: 'GET', path, as: 'manager', status: 200, answer: { items: [] } },
  {
    ...{ method: 'GET', path: `${path}/{savedView}`, as: 'agent', status: 200 },
    answer: { ...shared, isOwn: false, isChangeable: false },
  },
  { method: 'GET', path: `${path}/{savedView}`, as: 'manager', status: 404 },
  { method: 'PUT', path: `${path}/{savedView}`, as: 'agent', body: view, status: 404 },
  { method: 'DELETE', path: `${path}/{savedView}`, as: 'agent', status: 404 },
  {
    ...{ method: 'PUT', path: `${path}/{savedView}`, as: 'admin', status: 200 },
    ...{ body: { ...shared, sort: 'priority' }, answer: { sort: 'priority', owner: 'supervisor' } },
  },
  {
    ...{ method: 'PUT', path: `${path}/{savedView}`, as: 'supervisor', status: 200 },
    ...{ body: { ...view, filters: own }, answer: { filters: own } },
  },
  { method: 'GET', path: `${path}/{savedView}`, as: 'agent', status: 404 },
  // What is no longer shared is its owner's alone.
  { method: 'DELETE', path: `${path}/{savedView}`, as: 'admin', status: 404 },
  { method: 'DELETE', path: `${path}/{savedView}`, as: 'supervisor', status: 204 },
  { method: 'GET', path: `${path}/{savedView}`, as: 'supervisor', status: 404 },
];
