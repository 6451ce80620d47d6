import {
  coachAdvice,
  coachBody,
  coachCheck,
  coachPublishQuery,
  coachView,
} from '../api/coach-bodies.js';
import { get } from './route.js';
import type { Route } from './route.js';

const desks = { tag: 'cases', roles: ['agent', 'supervisor', 'manager', 'admin'] } as const;

export const coachRoutes: readonly Route[] = [
  get(
    '/api/v1/coach',
    'Banned phrases with what to say instead, types of customers, tiers of complaints',
    desks,
    coachView,
  ),
  {
    method: 'put',
    path: '/api/v1/coach',
    summary: 'Replace what the coach goes by; the versions before are kept',
    tag: 'cases',
    roles: ['supervisor', 'manager', 'admin'],
    query: coachPublishQuery,
    body: coachBody,
    answers: { 200: { description: 'In force', schema: coachView } },
  },
  {
    method: 'post',
    path: '/api/v1/coach/check',
    summary: 'Ask about a text while it is written; nothing of it is stored',
    ...desks,
    body: coachCheck,
    answers: { 200: { description: 'What was found', schema: coachAdvice } },
  },
];
