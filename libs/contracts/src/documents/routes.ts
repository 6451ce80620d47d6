import { z } from 'zod';
import { alertView, caseCommandBodies, caseView, clockView } from '../api/case-bodies.js';
import { callbackBody, complaintBody, customerBody, surveyBody } from '../api/intake-bodies.js';

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
  get('/health/live', 'operations', 'The process lives', undefined, true),
  get('/health/ready', 'operations', 'The service can work', undefined, true),
];
