import { expect } from '@jest/globals';
import type { EndpointCase, Known } from './endpoint-case.js';

const path = '/api/v1/session';
const signIn = { username: 'manager', password: 'clearline-demo' };
const manager = {
  username: 'manager',
  roles: expect.arrayContaining(['manager']),
  agentId: null,
  expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  csrf: expect.stringMatching(/^[\w-]{43}$/),
};
const cookie = ({ cookie }: Known) => ({ cookie: String(cookie) });
const withCsrf = (known: Known) => ({
  ...cookie(known),
  'x-clearline-csrf': String(known['csrf']),
});
const all = '/api/v1/sessions';
const one = `${all}/{session}`;
const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
const some = <T>(item: T) => expect.arrayContaining([expect.objectContaining(item as object)]);
/** The session that asked where somebody is signed in. */
const learnThis: EndpointCase['learn'] = ({ body }) => {
  const listed = body['items'] as { id: string; isThis: boolean }[];
  return { session: listed.find(({ isThis }) => isThis)!.id };
};
const signedInAgain: EndpointCase = {
  ...{ method: 'POST', path, as: '', body: signIn, status: 200 },
  learn: ({ headers }) => ({ cookie: String(headers.get('set-cookie')).split(';')[0]! }),
};
const refused = (slug: string) => ({ type: `urn:clearline:problem:${slug}` });

/** A browser signs in, works and signs out. */
export const sessionCases: readonly EndpointCase[] = [
  {
    ...{ method: 'POST', path, as: '', body: { ...signIn, password: 'not-the-password' } },
    ...{ status: 401, answer: refused('unauthenticated') },
  },
  {
    ...{ method: 'POST', path, as: '', body: signIn },
    ...{ status: 200, answer: manager },
    learn: ({ headers, body }) => ({
      cookie: String(headers.get('set-cookie')).split(';')[0]!,
      csrf: String(body['csrf']),
    }),
  },
  { method: 'GET', path, as: '', headers: cookie, status: 200, answer: manager },
  { method: 'GET', path, as: '', status: 401, answer: refused('unauthenticated') },
  { method: 'GET', path, as: 'manager', status: 401, answer: { detail: 'There is no session' } },
  { method: 'GET', path: '/api/v1/reports', as: '', headers: cookie, status: 200 },
  { method: 'DELETE', path, as: '', headers: cookie, status: 403, answer: refused('csrf') },
  {
    ...{ method: 'GET', path: all, as: '', headers: cookie, status: 200 },
    answer: { items: some({ isThis: true, agent: 'node', beganAt: instant, usedAt: instant }) },
    learn: learnThis,
  },
  {
    ...{ method: 'GET', path: all, as: 'manager', status: 200 },
    answer: (known) => ({ items: some({ id: known['session'], isThis: false }) }),
  },
  // Nobody ends a session of somebody else, or one that is none.
  { ...{ method: 'DELETE', path: one, as: 'agent', status: 404 }, answer: refused('not-found') },
  { method: 'DELETE', path: `${all}/none`, as: 'manager', status: 404 },
  { method: 'DELETE', path: all, as: '', headers: cookie, status: 403, answer: refused('csrf') },
  { method: 'DELETE', path, as: '', headers: withCsrf, status: 204 },
  { method: 'GET', path, as: '', headers: cookie, status: 401 },
  { method: 'DELETE', path, as: '', status: 401 },
  // Given back: it is ended already.
  { method: 'DELETE', path: one, as: 'manager', status: 404 },
  signedInAgain,
  {
    ...{ method: 'GET', path: all, as: '', headers: cookie, status: 200 },
    learn: learnThis,
  },
  { method: 'DELETE', path: one, as: 'manager', status: 204 },
  { method: 'GET', path, as: '', headers: cookie, status: 401 },
  signedInAgain,
  { method: 'DELETE', path: all, as: 'manager', status: 204 },
  { method: 'GET', path, as: '', headers: cookie, status: 401 },
  { method: 'GET', path: all, as: 'manager', status: 200, answer: { items: [{ isThis: true }] } },
];
