import { z } from 'zod';
import {
  alertListQuery,
  alertView,
  caseCommandBodies,
  caseListQuery,
  caseView,
  clockView,
  timelineEntry,
} from '../api/case-bodies.js';
import { taskClosing, taskQuery, taskView } from '../api/operations-bodies.js';
import { get, stream } from './route.js';
import type { Route } from './route.js';

const page = (item: z.ZodType) => z.object({ items: z.array(item), next: z.string().nullable() });
const supervisors = ['supervisor', 'manager', 'admin'] as const;
const everyDesk = ['agent', ...supervisors] as const;
const onCases = { tag: 'cases', roles: everyDesk } as const;
const onAlerts = { tag: 'alerts', roles: supervisors } as const;
const supervisorsOnly: readonly string[] = [
  ...['assign', 'reopen', 'change-priority', 'change-severity', 'change-tier'],
  ...['approve-extension', 'refuse-extension'],
];

const commands = Object.entries(caseCommandBodies).map(([command, body]): Route => ({
  method: 'post',
  path: `/api/v1/cases/{id}/commands/${command}`,
  summary: `Command a case: ${command}`,
  tag: 'cases',
  roles: supervisorsOnly.includes(command) ? supervisors : everyDesk,
  body,
  answers: { 200: { description: 'The case after the command', schema: caseView } },
}));

export const caseRoutes: readonly Route[] = [
  get(
    '/api/v1/cases',
    'Cases, newest receipt first',
    { ...onCases, query: caseListQuery },
    page(caseView),
  ),
  get('/api/v1/cases/{id}', 'One case, by id or case number', onCases, caseView),
  get(
    '/api/v1/cases/{id}/timeline',
    'Everything that happened to a case, in order',
    onCases,
    z.object({ items: z.array(timelineEntry) }),
  ),
  get(
    '/api/v1/cases/{id}/clocks',
    'The clocks of a case',
    onCases,
    z.object({ clocks: z.array(clockView) }),
  ),
  ...commands,
  stream('/api/v1/streams/cases', 'Case changes as they happen', onCases),
  get(
    '/api/v1/alerts',
    'Alerts, newest first',
    { ...onAlerts, query: alertListQuery },
    page(alertView),
  ),
  {
    method: 'post',
    path: '/api/v1/alerts/{id}/acknowledge',
    summary: 'Acknowledge an alert',
    ...onAlerts,
    answers: { 200: { description: 'Acknowledged', schema: alertView } },
  },
  stream('/api/v1/streams/alerts', 'Alerts as they happen', onAlerts),
  get(
    '/api/v1/tasks',
    'What a person has to look at',
    { tag: 'operations', roles: supervisors, query: taskQuery },
    page(taskView),
  ),
  {
    method: 'post',
    path: '/api/v1/tasks/{id}/close',
    summary: 'Close a task: discard its event, or let it wait on',
    tag: 'operations',
    roles: supervisors,
    body: taskClosing,
    answers: { 200: { description: 'Closed', schema: taskView } },
  },
];
