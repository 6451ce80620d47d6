import type { z } from 'zod';
import {
  auditQuery,
  auditView,
  deadLetterList,
  failureDecision,
  failureQuery,
  failuresDecided,
  healthView,
  parkedList,
  progressView,
  timeView,
} from '../api/operations-bodies.js';
import { get } from './route.js';
import type { Route } from './route.js';

const tag = 'operations';
const readers = { tag, roles: ['manager', 'admin'] } as const;
const open = { tag, open: true } as const;

const decision = (path: string, summary: string): Route => ({
  method: 'post',
  path: `/api/v1/${path}`,
  summary,
  tag,
  roles: ['admin'],
  body: failureDecision as z.ZodType,
  answers: { 200: { description: 'Done', schema: failuresDecided } },
});

export const operationsRoutes: readonly Route[] = [
  get(
    '/api/v1/dlq',
    'Dead letters, with a histogram of reasons',
    { ...readers, query: failureQuery },
    deadLetterList,
  ),
  decision('dlq/redrive', 'Handle dead letters again, late'),
  decision('dlq/discard', 'Give dead letters up'),
  get(
    '/api/v1/parked',
    'Events that wait, with what they wait for',
    { ...readers, query: failureQuery },
    parkedList,
  ),
  decision('parked/redrive', 'Let parked events try at once'),
  decision('parked/discard', 'Give parked events up'),
  get(
    '/api/v1/audit',
    'The last verification, and what operators did',
    { ...readers, query: auditQuery },
    auditView,
  ),
  {
    method: 'post',
    path: '/api/v1/audit',
    summary: 'Verify the logs now',
    tag,
    roles: ['admin'],
    answers: { 202: { description: 'Begun', schema: auditView } },
  },
  get('/api/v1/openapi.json', 'This description', open),
  get('/api/v1/asyncapi.json', 'The description of the events and their topics', open),
  get(
    '/api/v1/time',
    'What the clock says that deadlines are measured by, and how fast it runs',
    open,
    timeView,
  ),
  get('/health/live', 'The process lives', open),
  {
    ...get('/health/ready', 'The service can work', open, healthView),
    answers: {
      200: { description: 'Ready', schema: healthView },
      503: { description: 'Not ready, with reasons', schema: healthView },
    },
  },
  get(
    '/health/progress',
    'How far consumers are behind, and what timers wait for; the edge asks services that run apart',
    readers,
    progressView,
  ),
  {
    ...get('/metrics', 'Prometheus metrics', open),
    answers: { 200: { description: 'OK', mediaTypes: ['text/plain'] } },
  },
];
