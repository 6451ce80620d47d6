import { z } from 'zod';
import {
  alertView,
  caseCommandBodies,
  caseView,
  personalViewView,
  timelineEntry,
} from '../api/case-bodies.js';
import type { CaseCommandName } from '../api/case-bodies.js';
import { alertsTakenBody, alertsTakenView } from '../api/bulk-bodies.js';
import { alertListQuery, caseListQuery } from '../api/list-queries.js';
import { approvalCommand } from '../api/approval-codes.js';
import { commandRoles } from '../api/command-rights.js';
import { caseAccessQuery, caseAccessView } from '../api/access-query.js';
import { caseClocksQuery, explainedClockView } from '../api/clock-explanations.js';
import { recordedClocksQuery, recordedClockView } from '../api/recorded-clocks.js';
import { taskClosing, taskQuery, taskView } from '../api/operations-bodies.js';
import { caseStreamQuery, streamQuery } from '../api/stream-queries.js';
import { uuid } from '../primitives.js';
import { get, stream } from './route.js';
import type { Route } from './route.js';

const page = (item: z.ZodType) => z.object({ items: z.array(item), next: z.string().nullable() });
const supervisors = ['supervisor', 'manager', 'admin'] as const;
const everyDesk = ['agent', ...supervisors] as const;
const onCases = { tag: 'cases', roles: everyDesk } as const;
const onAlerts = { tag: 'alerts', roles: everyDesk } as const;
const done = { description: 'The case after the command', schema: caseView };
const asked = {
  description: 'The case; its policy wants a second person first, see `approvals`',
  schema: caseView,
};

function answersOf(command: string): Route['answers'] {
  return approvalCommand.safeParse(command).success ? { 200: done, 202: asked } : { 200: done };
}

const commands = Object.entries(caseCommandBodies).map(([command, body]): Route => ({
  method: 'post',
  path: `/api/v1/cases/{id}/commands/${command}`,
  summary: `Command a case: ${command}`,
  tag: 'cases',
  roles: commandRoles[command as CaseCommandName],
  body,
  answers: answersOf(command),
}));

export const caseRoutes: readonly Route[] = [
  get(
    '/api/v1/cases',
    'Cases, newest receipt first',
    { ...onCases, query: caseListQuery },
    page(caseView),
  ),
  get(
    '/api/v1/cases/access',
    'Which of these cases you see: those of your unit, your own, and those without a unit',
    { tag: 'cases', roles: [...everyDesk, 'bi'], query: caseAccessQuery },
    caseAccessView,
  ),
  get('/api/v1/cases/{id}', 'One case, by id or case number', onCases, caseView),
  get(
    '/api/v1/cases/{id}/timeline',
    'Everything that happened to a case, in order',
    onCases,
    z.object({ items: z.array(timelineEntry) }),
  ),
  get(
    '/api/v1/cases/{id}/views',
    'Who read what was said in a case',
    { tag: 'cases', roles: ['manager', 'admin'] },
    z.object({ items: z.array(personalViewView) }),
  ),
  {
    method: 'get',
    path: '/api/v1/cases/{id}/clocks',
    summary: 'The clocks of a case, each with why it is due then; as a table with `format=text`',
    ...onCases,
    query: caseClocksQuery,
    answers: {
      200: {
        description: 'The clocks',
        schema: z.object({ clocks: z.array(explainedClockView) }),
        mediaTypes: ['text/plain'],
      },
    },
  },
  get(
    '/api/v1/clocks',
    'The clocks of all cases as compact rows, by case, to replay them',
    { tag: 'cases', roles: supervisors, query: recordedClocksQuery },
    z.object({ items: z.array(recordedClockView), next: uuid.nullable() }),
  ),
  ...commands,
  stream('/api/v1/streams/cases', 'Case changes as they happen, of all cases or of one', {
    ...onCases,
    query: caseStreamQuery,
  }),
  get(
    '/api/v1/alerts',
    'Alerts, newest first, or those that nobody acknowledged by urgency',
    { ...onAlerts, query: alertListQuery },
    page(alertView).extend({
      total: z.number().int().optional().describe('How many wait in all, of those by urgency'),
    }),
  ),
  get(
    '/api/v1/alerts/{id}',
    'One alert: why these people are told, who was before, who is next and when',
    onAlerts,
    alertView,
  ),
  {
    method: 'post',
    path: '/api/v1/alerts/{id}/acknowledge',
    summary: 'Acknowledge an alert',
    ...onAlerts,
    answers: { 200: { description: 'Acknowledged', schema: alertView } },
  },
  {
    method: 'post',
    path: '/api/v1/alerts/acknowledge',
    summary: 'Acknowledge many alerts, up to 1 000 at once',
    ...onAlerts,
    body: alertsTakenBody,
    answers: { 207: { description: 'One answer per alert', schema: alertsTakenView } },
  },
  stream(
    '/api/v1/streams/alerts',
    'Alerts as they happen, and when reminders of their cases are snoozed or go on',
    { ...onAlerts, query: streamQuery },
  ),
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
