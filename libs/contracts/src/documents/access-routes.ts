import { z } from 'zod';
import {
  accountSessionView,
  apiKeyBody,
  apiKeyView,
  loginBody,
  passwordBody,
  personView,
  sessionView,
  userBody,
  userChangeBody,
  userView,
} from '../api/access-bodies.js';
import { caseStatusBody, caseStatusView } from '../api/lookup-bodies.js';
import { firstRunView, installationView } from '../api/first-run-bodies.js';
import { uuid } from '../primitives.js';
import { csrfName, get } from './route.js';
import type { Route } from './route.js';

const tag = 'access';
const admins = { tag, roles: ['admin'] } as const;
const done = { 204: { description: 'Done' } };
const sessions = z.object({ items: z.array(accountSessionView) });

export const accessRoutes: readonly Route[] = [
  {
    method: 'post',
    path: '/api/v1/login',
    summary: 'Sign in with a local account; the token lives 12 hours',
    tag,
    open: true,
    body: loginBody,
    answers: { 200: { description: 'Signed in', schema: z.object({ token: z.string() }) } },
  },
  {
    method: 'post',
    path: '/api/v1/session',
    summary: 'Sign a browser in: the token comes in the cookie `clearline_session`',
    tag,
    open: true,
    body: loginBody,
    answers: { 200: { description: 'Signed in', schema: sessionView } },
  },
  {
    method: 'get',
    path: '/api/v1/session',
    summary: 'Who a browser is signed in as; late in its life the session gets another cookie',
    tag,
    bySession: true,
    answers: { 200: { description: 'OK', schema: sessionView } },
  },
  {
    method: 'delete',
    path: '/api/v1/session',
    summary: 'Sign a browser out: its token is given back, its cookie cleared',
    tag,
    bySession: true,
    headers: { [csrfName]: 'The `csrf` of the session' },
    answers: done,
  },
  get(
    '/api/v1/sessions',
    'Where the caller is signed in, what was used last first',
    { tag },
    sessions,
  ),
  {
    method: 'delete',
    path: '/api/v1/sessions',
    summary: 'Sign the caller out everywhere else: all sessions end but the one that asks',
    tag,
    answers: done,
  },
  {
    method: 'delete',
    path: '/api/v1/sessions/{id}',
    summary: 'End a session of the caller; its streams end with it',
    tag,
    answers: done,
  },
  {
    method: 'post',
    path: '/api/v1/case-status',
    summary: 'Where is my case? By its number and the last four digits of the phone',
    tag: 'cases',
    open: true,
    body: caseStatusBody,
    answers: {
      200: { description: 'Where it stands', schema: caseStatusView },
      404: { description: 'No such case, or another phone: the answer does not tell which' },
      429: { description: 'Too many tries for this number or from this address' },
    },
  },
  get(
    '/api/v1/installation',
    'What somebody needs who is not signed in: of a demo its log-ins',
    { tag, open: true },
    installationView,
  ),
  get(
    '/api/v1/first-run',
    'Whether the caller put the guide for newcomers away',
    { tag },
    firstRunView,
  ),
  {
    method: 'delete',
    path: '/api/v1/first-run',
    summary: 'Put the guide for newcomers away, for good',
    tag,
    answers: done,
  },
  { method: 'post', path: '/api/v1/logout', summary: 'Give the token back', tag, answers: done },
  {
    method: 'post',
    path: '/api/v1/password',
    summary: 'Change the own password',
    tag,
    body: passwordBody,
    answers: done,
  },
  get(
    '/api/v1/people',
    'Who is who: the log-ins of agents',
    { tag, roles: ['agent', 'supervisor', 'manager', 'admin'] },
    z.object({ items: z.array(personView) }),
  ),
  get('/api/v1/users', 'Local accounts', admins, z.object({ items: z.array(userView) })),
  {
    method: 'post',
    path: '/api/v1/users',
    summary: 'Create an account; without a password one is made and shown this once',
    ...admins,
    body: userBody,
    answers: {
      201: { description: 'Created', schema: userView.extend({ password: z.string().optional() }) },
    },
  },
  {
    method: 'patch',
    path: '/api/v1/users/{id}',
    summary:
      'Give an account other roles or another agent; its sessions and tokens have them at once',
    ...admins,
    body: userChangeBody,
    answers: {
      200: { description: 'Changed', schema: userView },
      409: { description: 'Nobody would be left who administers' },
    },
  },
  {
    method: 'post',
    path: '/api/v1/users/{id}/disable',
    summary: 'Disable an account; its sessions and tokens end at once',
    ...admins,
    answers: done,
  },
  {
    method: 'post',
    path: '/api/v1/users/{id}/restore',
    summary: 'Let a disabled account sign in again; sessions from before stay ended',
    ...admins,
    answers: done,
  },
  {
    method: 'post',
    path: '/api/v1/users/{id}/reset',
    summary: 'Give an account a new password, shown this once; also unlocks it',
    ...admins,
    answers: { 200: { description: 'Reset', schema: z.object({ password: z.string() }) } },
  },
  get('/api/v1/users/{id}/sessions', 'Where an account is signed in', admins, sessions),
  {
    method: 'delete',
    path: '/api/v1/users/{id}/sessions',
    summary: 'Sign an account out everywhere; of their own, all but the one that asks',
    ...admins,
    answers: done,
  },
  {
    method: 'delete',
    path: '/api/v1/users/{id}/sessions/{session}',
    summary: 'End a session of an account; its streams end with it',
    ...admins,
    answers: done,
  },
  get('/api/v1/api-keys', 'Keys of machines', admins, z.object({ items: z.array(apiKeyView) })),
  {
    method: 'post',
    path: '/api/v1/api-keys',
    summary: 'Create a key for a machine, shown this once',
    ...admins,
    body: apiKeyBody,
    answers: {
      201: {
        description: 'Created',
        schema: z.object({ id: uuid, name: z.string(), key: z.string() }),
      },
    },
  },
  {
    method: 'delete',
    path: '/api/v1/api-keys/{id}',
    summary: 'Revoke a key',
    ...admins,
    answers: done,
  },
  get('/.well-known/jwks.json', 'The public keys that tokens are verified with', {
    tag,
    open: true,
  }),
];
