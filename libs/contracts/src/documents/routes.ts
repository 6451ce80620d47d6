import { z } from 'zod';
import { alertView, caseCommandBodies, caseView, clockView } from '../api/case-bodies.js';
import { callbackBody, complaintBody, customerBody, surveyBody } from '../api/intake-bodies.js';

import {
  auditView,
  deadLetterList,
  failureDecision,
  failuresDecided,
  parkedList,
  projectionView,
  taskClosing,
  taskView,
} from '../api/operations-bodies.js';

/** One operation of the HTTP API, from which its OpenAPI description is made. */
export interface Route {
  readonly method: 'get' | 'post' | 'put';
  readonly path: string;
  readonly summary: string;
  readonly tag: 'intake' | 'cases' | 'alerts' | 'reports' | 'access' | 'operations';
  readonly body?: z.ZodType;
  readonly arrayOfBodies?: true;
  readonly answers: Readonly<Record<number, { description: string; schema?: z.ZodType }>>;
  readonly open?: true;
}

const accepted = z.object({
  complaintId: z.uuid(),
  caseId: z.uuid(),
  receivedAt: z.iso.datetime(),
  case: caseView.optional(),
});
const page = (item: z.ZodType) => z.object({ items: z.array(item), next: z.string().nullable() });

const filed = (name: string, body: z.ZodType, schema?: z.ZodType): Route => ({
  method: 'post',
  path: `/api/v1/${name}`,
  summary: `File one of the ${name}, or an array of up to 1000`,
  tag: 'intake',
  body,
  arrayOfBodies: true,
  answers: {
    201: { description: 'Committed', schema },
    207: { description: 'An array: one answer per item' },
  },
});

const commands = Object.entries(caseCommandBodies).map(([command, body]): Route => ({
  method: 'post',
  path: `/api/v1/cases/{id}/commands/${command}`,
  summary: `Command a case: ${command}`,
  tag: 'cases',
  body,
  answers: { 200: { description: 'The case after the command', schema: caseView } },
}));

const get = (
  path: string,
  tag: Route['tag'],
  summary: string,
  schema?: z.ZodType,
  open?: true,
): Route => ({
  method: 'get',
  path,
  tag,
  summary,
  answers: { 200: { description: 'OK', schema } },
  open,
});

const operation = (
  path: string,
  summary: string,
  answer: z.ZodType,
  body?: z.ZodType,
  status = 200,
): Route => ({
  method: 'post',
  path: `/api/v1/${path}`,
  summary,
  tag: 'operations',
  body,
  answers: { [status]: { description: 'Done, or begun', schema: answer } },
});

const operations: readonly Route[] = [
  get('/api/v1/dlq', 'operations', 'Dead letters, with a histogram of reasons', deadLetterList),
  operation('dlq/redrive', 'Handle dead letters again, late', failuresDecided, failureDecision),
  operation('dlq/discard', 'Give dead letters up', failuresDecided, failureDecision),
  get('/api/v1/parked', 'operations', 'Events that wait, with what they wait for', parkedList),
  operation('parked/redrive', 'Let parked events try at once', failuresDecided, failureDecision),
  operation('parked/discard', 'Give parked events up', failuresDecided, failureDecision),
  get('/api/v1/tasks', 'operations', 'What a person has to look at', page(taskView)),
  operation('tasks/{id}/close', 'Close a task', taskView, taskClosing),
  get('/api/v1/audit', 'operations', 'The last verification, and what operators did', auditView),
  operation('audit', 'Verify the logs now', auditView, undefined, 202),
  get(
    '/api/v1/projections',
    'operations',
    'Read models and how current they are',
    z.object({ items: z.array(projectionView) }),
  ),
  operation('projections/{name}/rebuild', 'Rebuild a read model', projectionView, undefined, 202),
  get('/api/v1/calendars', 'operations', 'The business calendars of the policy in force'),
];

export const routes: readonly Route[] = [
  filed('complaints', complaintBody, accepted),
  filed('callbacks', callbackBody),
  filed('surveys', surveyBody),
  filed('customers', customerBody),
  get('/api/v1/cases', 'cases', 'List cases', page(caseView)),
  get('/api/v1/cases/{id}', 'cases', 'One case, by id or case number', caseView),
  get('/api/v1/cases/{id}/timeline', 'cases', 'Everything that happened to a case'),
  get(
    '/api/v1/cases/{id}/clocks',
    'cases',
    'The clocks of a case, explained',
    z.object({ clocks: z.array(clockView) }),
  ),
  ...commands,
  get('/api/v1/alerts', 'alerts', 'Alerts, newest first', page(alertView)),
  {
    method: 'post',
    path: '/api/v1/alerts/{id}/acknowledge',
    summary: 'Acknowledge an alert',
    tag: 'alerts',
    answers: { 200: { description: 'Acknowledged', schema: alertView } },
  },
  get('/api/v1/streams/alerts', 'alerts', 'Alerts as they happen (text/event-stream)'),
  get('/api/v1/streams/cases', 'cases', 'Case changes as they happen (text/event-stream)'),
  get('/api/v1/reports', 'reports', 'The catalogue of reports'),
  get('/api/v1/reports/{report}', 'reports', 'One report, as JSON or CSV'),
  {
    method: 'post',
    path: '/api/v1/login',
    summary: 'Sign in with a local account',
    tag: 'access',
    body: z.strictObject({ username: z.string(), password: z.string() }),
    answers: { 200: { description: 'Signed in', schema: z.object({ token: z.string() }) } },
    open: true,
  },
  ...operations,
  get('/health/live', 'operations', 'The process lives', undefined, true),
  get('/health/ready', 'operations', 'The service can work', undefined, true),
];
