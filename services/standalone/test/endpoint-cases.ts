import { accountCases } from './account-cases.js';
import { attachmentCases } from './attachment-cases.js';
import { channelCases } from './channel-cases.js';
import { churnCases } from './churn-cases.js';
import { clockCases } from './clock-cases.js';
import { linkCases } from './link-cases.js';
import { evidenceCases, firstCallCases } from './evidence-cases.js';
import { accessCases, departmentCases, supervisorCases } from './department-cases.js';
import { draftKey, filedDraftCases, intakeDraftCases } from './intake-draft-cases.js';
import { ladderCases } from './ladder-cases.js';
import { organisationCases } from './organisation-cases.js';
import { oversightCases } from './oversight-cases.js';
import { orderCases } from './order-cases.js';
import { queueCases } from './queue-cases.js';
import { partyCases } from './party-cases.js';
import { safetyCases } from './safety-cases.js';
import { sampleComplaint } from './samples.js';
import { firstRunCases } from './first-run-cases.js';
import { savedViewCases } from './saved-view-cases.js';
import { sessionCases } from './session-cases.js';
import { workloadCases } from './workload-cases.js';
import { standardCases } from './standard-cases.js';
import { expect } from '@jest/globals';
import type { EndpointCase } from './endpoint-case.js';
import { policyCases } from './policy-cases.js';
import { subscriptionCases } from './subscription-cases.js';
import {
  changeCases,
  customerCases,
  repeatCases,
  searchCases,
  statusCases,
  suggestionCases,
} from './lookup-cases.js';
import { coachCases, triageCases } from './coach-cases.js';
import { messageCases } from './message-cases.js';
import { resolutionCases } from './resolution-cases.js';

const complaint = { ...sampleComplaint, severity: 'high' };
const command = (name: string, body: object, answer: object, as = 'agent'): EndpointCase => ({
  method: 'POST',
  path: `/api/v1/cases/{case}/commands/${name}`,
  as,
  body,
  status: 200,
  answer,
});
const get = (path: string, as: string, answer?: EndpointCase['answer']): EndpointCase => ({
  method: 'GET',
  path,
  as,
  status: 200,
  answer,
});
const eventually = (one: EndpointCase): EndpointCase => ({ ...one, isEventual: true });
const some = <T>(item: T) => expect.arrayContaining([expect.objectContaining(item as object)]);
const text = expect.any(String);

/** Every endpoint, in an order in which each finds what it needs. */
export const endpointCases: readonly EndpointCase[] = [
  get('/', '', { text: expect.stringContaining('Clearline') }),
  get('/health/live', ''),
  eventually(get('/health/ready', '', { ready: true })),
  get('/api/v1/time', '', { factor: 1 }),
  get('/metrics', '', { text: expect.stringContaining('# TYPE') }),
  get('/api/v1/openapi.json', '', { openapi: '3.1.0' }),
  get('/api/v1/asyncapi.json', '', { asyncapi: expect.stringMatching(/^3\./) }),
  get('/.well-known/jwks.json', '', { keys: some({ alg: 'ES256' }) }),
  {
    method: 'POST',
    path: '/api/v1/login',
    as: '',
    body: { username: 'bi', password: 'clearline-demo' },
    status: 200,
    answer: { token: text },
  },
  ...sessionCases,
  ...firstRunCases,
  // The brokers may take longer over the first question.
  eventually(
    get('/health/progress', 'manager', {
      consumers: some({ service: 'escalation', work: 'handling', behind: expect.any(Number) }),
      timers: [expect.objectContaining({ service: 'escalation', overdue: expect.any(Number) })],
      silent: [],
    }),
  ),
  ...organisationCases,
  ...intakeDraftCases,
  {
    method: 'POST',
    path: '/api/v1/complaints',
    as: 'agent',
    headers: () => ({ 'idempotency-key': draftKey }),
    body: complaint,
    status: 201,
    answer: { complaintId: text, caseId: text, receivedAt: text },
    learn: ({ body }) => ({ case: String(body['caseId']), number: String(body['number']) }),
  },
  ...filedDraftCases,
  eventually(
    get('/api/v1/cases/{case}', 'agent', {
      stage: 'control',
      missing: ['acknowledged', 'emotionLevel'],
    }),
  ),
  ...customerCases,
  ...statusCases,
  ...churnCases,
  get('/api/v1/complaints/{case}', 'agent', {
    statement: sampleComplaint.statement,
    category: 'billing',
    remedySought: null,
  }),
  get('/api/v1/cases?status=open', 'agent', { items: some({ stage: 'control' }), next: null }),
  get('/api/v1/complaints/{case}/views', 'manager', {
    items: [expect.objectContaining({ what: 'complaint', viewer: 'agent', times: 1 })],
  }),
  get('/api/v1/cases/{case}/timeline', 'agent', {
    items: some({ type: 'clearline.case.opened.v1', sequence: 1 }),
  }),
  get('/api/v1/cases/{case}/clocks', 'agent', {
    clocks: some({
      kind: 'acknowledge',
      explanation: expect.objectContaining({
        sentence: {
          'zh-CN': expect.stringMatching(/^截止时间 /),
          en: expect.stringMatching(/^Due /),
        },
        rule: 'standard',
        segments: some({ type: 'counted' }),
      }),
    }),
  }),
  get('/api/v1/cases/{case}/clocks?format=text&lang=en', 'agent', {
    text: expect.stringMatching(/^How this deadline came about\nDue /),
  }),
  { ...get('/api/v1/cases/{case}/clocks?clock=none', 'agent'), status: 404 },
  get('/api/v1/clocks?limit=10', 'supervisor', {
    items: some({ kind: 'acknowledge', verdict: 'open' }),
    next: null,
  }),
  ...searchCases,
  ...repeatCases,
  ...changeCases,
  ...standardCases,
  command('assign', { owner: 'a-001' }, { owner: 'a-001' }, 'supervisor'),
  ...clockCases,
  ...departmentCases,
  ...accessCases,
  ...orderCases,
  ...queueCases,
  ...partyCases,
  ...supervisorCases,
  ...workloadCases,
  ...savedViewCases,
  ...ladderCases,
  {
    ...command('record-contact', {}, {}),
    body: { channel: 'phone', direction: 'outbound', at: '2999-01-01T00:00:00.000Z' },
    status: 422,
    answer: { errors: some({ path: 'at', rule: 'in-the-future' }) },
  },
  command('record-contact', { channel: 'phone', direction: 'outbound' }, { stage: 'control' }),
  ...triageCases,
  ...evidenceCases,
  command(
    'close',
    { reason: 'customer-agreed', note: '电话里已同意' },
    { status: 'closed', stage: 'closed' },
  ),
  ...suggestionCases,
  get('/api/v1/cases/{case}/views', 'manager', {
    items: some({ what: 'timeline', viewer: 'agent' }),
  }),
  get('/api/v1/cases/{case}/timeline', 'agent', {
    items: some({
      type: 'clearline.case.closed.v2',
      data: expect.objectContaining({
        reason: 'customer-agreed',
        note: { keyId: text, ciphertext: text },
      }),
      texts: { note: '电话里已同意' },
    }),
  }),
  command(
    'reopen',
    { reason: '客户说还没解决' },
    { status: 'open', stage: 'listen' },
    'supervisor',
  ),
  get('/api/v1/cases/{case}/timeline', 'agent', {
    items: some({
      type: 'clearline.case.reopened.v2',
      data: expect.objectContaining({ reason: 'other' }),
      texts: { note: '客户说还没解决' },
    }),
  }),
  {
    method: 'POST',
    path: '/api/v1/callbacks',
    as: 'agent',
    body: ({ case: caseId }) => ({
      caseId,
      type: 'resolution',
      outcome: 'reached',
      satisfied: true,
      at: new Date().toISOString(),
    }),
    status: 201,
    answer: { callbackId: text },
  },
  {
    method: 'POST',
    path: '/api/v1/surveys',
    as: 'agent',
    body: ({ case: caseId }) => ({ caseId, kind: 'csat', score: 5 }),
    status: 201,
    answer: { surveyId: text },
  },
  get('/api/v1/alerts', 'supervisor', { items: expect.any(Array) }),
  get('/api/v1/alerts?mine=true&sort=urgency', 'agent', {
    ...{ items: expect.any(Array), total: expect.any(Number) },
  }),
  {
    ...get('/api/v1/alerts/019aafe0-0000-7000-8000-000000000001', 'supervisor', {}),
    status: 404,
  },
  {
    ...{ method: 'POST', path: '/api/v1/alerts/acknowledge', as: 'agent', status: 207 },
    body: { alerts: ['019aafe0-0000-7000-8000-000000000001'] },
    answer: { items: [{ index: 0, status: 404 }] },
  },
  ...policyCases,
  ...subscriptionCases,
  get('/api/v1/reports', 'bi', { items: some({ name: 'volume' }) }),
  eventually(
    get('/api/v1/reports/volume', 'bi', { totals: { received: 1, closed: 0, reopened: 1 } }),
  ),
  eventually(
    get('/api/v1/reports/satisfaction', 'bi', {
      totals: expect.objectContaining({ answered: 1, satisfied: 1, insufficient: true }),
    }),
  ),
  get('/api/v1/reports/sla-attainment?by=clock', 'bi', {
    rows: some({ group: 'acknowledge', met: expect.any(Number) }),
  }),
  {
    ...get('/api/v1/reports/volume?by=clock', 'bi', {
      type: 'urn:clearline:problem:validation',
      errors: some({ path: 'by' }),
    }),
    status: 422,
  },
  get('/api/v1/reports/sla-attainment?clock=acknowledge', 'bi', {
    totals: expect.objectContaining({ breached: 0 }),
  }),
  get('/api/v1/reports/backlog?by=age', 'bi', {
    totals: expect.objectContaining({ open: 1, secondsOldest: expect.any(Number) }),
    rows: some({ open: 1 }),
  }),
  eventually(
    get('/api/v1/reports/handling', 'bi', {
      totals: { handled: 1, overTarget: 0, seconds: 240, cost: 0, secondsPerCase: 240 },
    }),
  ),
  eventually(
    get('/api/v1/reports/orders?by=kind', 'bi', {
      totals: { given: 4, inTime: 1, late: 0, declined: 1, dropped: 2, insufficient: true },
      rows: some({
        group: 'supervision',
        closedInTime: expect.objectContaining({ n: 1, rate: 1 }),
      }),
    }),
  ),
  get('/api/v1/reports/transfers?by=unit', 'bi', {
    totals: {
      transferred: expect.any(Number),
      insufficient: true,
      secondsMedian: expect.any(Number),
    },
    rows: some({ group: 'north', hoursHeld: expect.any(Number) }),
  }),
  get('/api/v1/reports/orders/cases?figure=inTime&problemKind=late-receipt', 'bi', (known) => ({
    items: [{ caseId: known['case'], orderId: text }],
  })),
  get('/api/v1/reports/orders?by=owner&owner=a-001', 'bi', {
    rows: some({ group: 'a-001', given: expect.any(Number) }),
  }),
  {
    ...get('/api/v1/reports/volume?by=matter', 'bi', {
      type: 'urn:clearline:problem:validation',
      errors: some({ path: 'by' }),
    }),
    status: 422,
  },
  {
    ...get('/api/v1/reports/volume/cases?figure=received&group=north', 'bi', {
      type: 'urn:clearline:problem:validation',
      errors: some({ path: 'by' }),
    }),
    status: 422,
  },
  get('/api/v1/reports/volume/cases?figure=received', 'bi', ({ case: caseId }) => ({
    items: [{ caseId, receivedAt: text, status: text, unit: 'north', channel: 'phone' }],
    total: 1,
  })),
  get('/api/v1/projections', 'manager', { items: some({ name: 'reporting', state: 'current' }) }),
  {
    method: 'POST',
    path: '/api/v1/projections/reporting/rebuild',
    as: 'admin',
    status: 202,
    answer: { state: 'rebuilding' },
  },
  eventually(
    get('/api/v1/projections', 'manager', { items: some({ state: 'current', finishedAt: text }) }),
  ),
  get('/api/v1/reports/volume', 'bi', { totals: { received: 1, closed: 0, reopened: 1 } }),
  eventually(get('/health/ready', '', { ready: true })),
  { method: 'POST', path: '/api/v1/audit', as: 'admin', status: 202, answer: { running: true } },
  eventually(
    get('/api/v1/audit', 'manager', {
      running: false,
      last: expect.objectContaining({ isClean: true, startedBy: 'admin' }),
      actions: some({ action: 'audit.verify', actor: 'admin' }),
    }),
  ),
  command('withdraw', { channel: 'phone' }, { status: 'withdrawn', stage: 'closed' }),
  get('/api/v1/people', 'agent', { items: some({ username: 'agent', agentId: 'a-001' }) }),
  ...accountCases,
  {
    method: 'POST',
    path: '/api/v1/api-keys',
    as: 'admin',
    body: { name: 'warehouse', roles: ['bi'] },
    status: 201,
    answer: { key: text },
    learn: ({ body }) => ({ key: String(body['id']) }),
  },
  get('/api/v1/api-keys', 'admin', { items: some({ name: 'warehouse', isRevoked: false }) }),
  { method: 'DELETE', path: '/api/v1/api-keys/{key}', as: 'admin', status: 204 },
  {
    method: 'POST',
    path: '/api/v1/password',
    as: 'bi',
    body: { current: 'clearline-demo', next: 'clearline-demo-2' },
    status: 204,
  },
  { method: 'POST', path: '/api/v1/logout', as: 'bi', status: 204 },
  { ...get('/api/v1/reports', 'bi'), status: 401 },
  { ...get('/api/v1/nothing', 'admin'), status: 404 },
  ...firstCallCases,
  ...coachCases,
  ...resolutionCases,
  ...linkCases,
  ...oversightCases,
  ...attachmentCases,
  ...channelCases,
  ...messageCases,
  ...safetyCases,
];
