import { expect } from '@jest/globals';
import type { EndpointCase } from './endpoint-case.js';

const text = expect.any(String);
const some = <T>(item: T) => expect.arrayContaining([expect.objectContaining(item as object)]);
const post = (path: string, status: number): EndpointCase => ({
  ...{ method: 'POST', path: `/api/v1/users/{user}/${path}`, as: 'admin', status },
});
const noted = (action: string, selection: object): EndpointCase => ({
  ...{ method: 'GET', path: '/api/v1/audit', as: 'manager', status: 200 },
  answer: { actions: some({ action, actor: 'admin', selection: { user: 'guest', ...selection } }) },
});

const sessions = '/api/v1/users/{user}/sessions';
const signedIn: EndpointCase = {
  ...{ method: 'POST', path: '/api/v1/login', as: '', status: 200 },
  body: ({ guestPassword }) => ({ username: 'guest', password: guestPassword }),
};

/** An account from its making to its end, and back. */
export const accountCases: readonly EndpointCase[] = [
  {
    ...{ method: 'GET', path: '/api/v1/users', as: 'admin', status: 200 },
    answer: { items: some({ username: 'agent' }) },
  },
  {
    ...{ method: 'POST', path: '/api/v1/users', as: 'admin', status: 201 },
    body: { username: 'guest', roles: ['bi'] },
    answer: { password: text },
    learn: ({ body }) => ({
      user: String(body['id']),
      guestPassword: String(body['password']),
    }),
  },
  signedIn,
  { method: 'GET', path: sessions, as: 'manager', status: 403 },
  {
    ...{ method: 'GET', path: sessions, as: 'admin', status: 200 },
    answer: { items: [{ agent: 'node', isThis: false }] },
    learn: ({ body }) => ({ guestSession: (body['items'] as { id: string }[])[0]!.id }),
  },
  { method: 'DELETE', path: `${sessions}/{guestSession}`, as: 'manager', status: 403 },
  { method: 'DELETE', path: `${sessions}/{guestSession}`, as: 'admin', status: 204 },
  noted('users.end-sessions', {}),
  { method: 'DELETE', path: `${sessions}/{guestSession}`, as: 'admin', status: 404 },
  signedIn,
  { method: 'DELETE', path: sessions, as: 'admin', status: 204 },
  { ...{ method: 'GET', path: sessions, as: 'admin', status: 200 }, answer: { items: [] } },
  {
    ...{ method: 'PATCH', path: '/api/v1/users/{user}', as: 'admin', status: 200 },
    ...{ body: { roles: ['bi', 'agent'] }, answer: { roles: ['bi', 'agent'] } },
  },
  noted('users.change-roles', { before: ['bi'], after: ['bi', 'agent'] }),
  {
    ...{ method: 'PATCH', path: '/api/v1/users/{user}', as: 'admin', status: 200 },
    ...{ body: { agentId: 'a-002' }, answer: { roles: ['bi', 'agent'], agentId: 'a-002' } },
  },
  noted('users.change-agent', { before: null, after: 'a-002' }),
  { ...post('reset', 200), answer: { password: text } },
  post('disable', 204),
  post('restore', 204),
  {
    ...{ method: 'GET', path: '/api/v1/users', as: 'admin', status: 200 },
    answer: { items: some({ username: 'guest', isDisabled: false }) },
  },
  noted('users.restore', {}),
  post('disable', 204),
];
