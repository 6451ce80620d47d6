import { expect } from '@jest/globals';
import type { EndpointCase } from './endpoint-case.js';
import { sampleComplaint } from './samples.js';

const filed = (name: string): EndpointCase => ({
  method: 'POST',
  path: '/api/v1/complaints',
  as: 'agent',
  body: sampleComplaint,
  status: 201,
  learn: ({ body }) => ({ [name]: String(body['caseId']) }),
});
const opened = (name: string): EndpointCase => ({
  method: 'GET',
  path: `/api/v1/cases/{${name}}`,
  as: 'agent',
  status: 200,
  isEventual: true,
});
const command = (
  to: string,
  name: string,
  body: EndpointCase['body'],
  answer: EndpointCase['answer'],
  more: Partial<EndpointCase> = {},
): EndpointCase => ({
  method: 'POST',
  path: `/api/v1/cases/{${to}}/commands/${name}`,
  as: 'supervisor',
  body,
  status: 200,
  answer,
  ...more,
});
const some = (item: object) => expect.arrayContaining([expect.objectContaining(item)]);

const answerId = '019aafe0-0000-7000-8000-00000000f001';
const versionOf = (named: unknown) => String((named as { version: number }).version);

/** Cases that belong together. */
export const linkCases: readonly EndpointCase[] = [
  filed('first'),
  opened('first'),
  filed('second'),
  opened('second'),
  command(
    'second',
    'merge',
    ({ second }) => ({ into: second, reason: 'other' }),
    {
      errors: some({ path: 'into', rule: 'same-case' }),
    },
    { status: 422 },
  ),
  command(
    'second',
    'merge',
    ({ first }) => ({ into: first, reason: 'filed-twice' }),
    ({ first }) => ({
      status: 'merged',
      mergedInto: expect.objectContaining({ id: first }),
      links: some({ rel: 'merged-into', href: `/api/v1/cases/${first}` }),
    }),
  ),
  command('second', 'unmerge', { reason: '不是同一块表' }, { status: 'open', stage: 'control' }),
  command(
    'second',
    'join-incident',
    ({ first }) => ({ incident: first }),
    ({ first }) => ({
      links: some({ rel: 'incident', href: `/api/v1/cases/${first}` }),
    }),
  ),
  {
    method: 'GET',
    path: '/api/v1/cases/{first}/incident',
    as: 'agent',
    status: 200,
    answer: ({ first, second }) => ({
      incident: expect.objectContaining({ id: first }),
      total: 1,
      cases: [expect.objectContaining({ id: second, status: 'open' })],
    }),
  },
  {
    method: 'POST',
    path: '/api/v1/cases/{first}/incident/commands/change-priority',
    as: 'supervisor',
    body: { body: { priority: 'high' } },
    status: 207,
    answer: ({ first, second }) => ({
      items: [
        { index: 0, case: second, status: 200 },
        { index: 1, case: first, status: 200 },
      ],
    }),
  },
  {
    method: 'GET',
    path: '/api/v1/cases/{first}/incident',
    as: 'supervisor',
    status: 200,
    answer: { answers: [] },
    learn: ({ body }) => ({
      firstVersion: versionOf(body['incident']),
      secondVersion: versionOf((body['cases'] as unknown[])[0]),
    }),
  },
  {
    method: 'PUT',
    path: `/api/v1/cases/{first}/incident/answers/${answerId}`,
    as: 'supervisor',
    body: ({ first, firstVersion, second, secondVersion }) => ({
      cases: [
        { case: second, expectedVersion: Number(secondVersion) },
        { case: first, expectedVersion: Number(firstVersion) },
      ],
      ...{ kind: 'interim', channel: 'app', text: '{称呼}，您好！单号{单号}：已派人抢修。' },
    }),
    status: 207,
    answer: ({ first, second }) => ({
      id: answerId,
      items: [
        { index: 0, case: second, status: 200 },
        { index: 1, case: first, status: 200 },
      ],
    }),
  },
  {
    method: 'POST',
    path: `/api/v1/cases/{first}/incident/answers/${answerId}/undo`,
    as: 'supervisor',
    status: 207,
    answer: { items: expect.arrayContaining([expect.objectContaining({ index: 1 })]) },
  },
  command('second', 'leave-incident', {}, { priority: 'high' }),
  {
    method: 'POST',
    path: '/api/v1/complaints/{first}/split',
    as: 'agent',
    body: { reason: 'several-matters', category: 'billing', statement: '另外，发票抬头也开错了' },
    status: 201,
    learn: ({ body }) => ({ part: String(body['caseId']) }),
  },
  {
    ...opened('part'),
    answer: ({ first }) => ({
      links: some({ rel: 'split-from', href: `/api/v1/cases/${first}` }),
    }),
  },
  command('first', 'triage', { complaintTier: 'major' }, {}),
  command(
    'first',
    'name-task-force',
    { lead: 's-001', members: [{ agent: 'a-001', role: 'technical' }] },
    { stage: 'control' },
  ),
  command(
    'first',
    'map-stakeholder',
    { kind: 'neutral-body', name: '消费者协会', stance: 'neutral', speaker: 's-001' },
    { stage: 'control' },
    { as: 'agent' },
  ),
  {
    method: 'GET',
    path: '/api/v1/cases/{first}/task-force',
    as: 'agent',
    status: 200,
    answer: { lead: 's-001', stakeholders: some({ name: '消费者协会' }) },
  },
  command(
    'second',
    'link-repeat',
    ({ first }) => ({ earlier: first, note: '同一块表，上次没有修好' }),
    ({ first }) => ({ links: some({ rel: 'repeats', href: `/api/v1/cases/${first}` }) }),
  ),
  {
    method: 'GET',
    path: '/api/v1/cases/{first}',
    as: 'agent',
    status: 200,
    answer: ({ second }) => ({
      repeats: 1,
      links: some({ rel: 'repeated-by', href: `/api/v1/cases/${second}` }),
    }),
  },
  {
    method: 'GET',
    path: '/api/v1/cases/{second}/repeats',
    as: 'agent',
    status: 200,
    answer: ({ first }) => ({
      items: some({ complaintId: first, answer: 'linked', isRequired: false }),
    }),
  },
  command(
    'second',
    'rule-out-repeat',
    ({ first }) => ({ earlier: first, reason: '不是同一张账单' }),
    ({ first }) => ({
      links: expect.not.arrayContaining([{ rel: 'repeats', href: `/api/v1/cases/${first}` }]),
    }),
  ),
  {
    method: 'POST',
    path: '/api/v1/organisation',
    as: 'admin',
    body: { agents: [{ agentId: 'a-005', unit: 'south', roles: ['agent'] }] },
    status: 200,
    answer: { changed: 1 },
  },
  {
    method: 'POST',
    path: '/api/v1/cases/{second}/join-requests',
    isEventual: true,
    as: 'supervisor',
    body: { agent: 'a-005', note: '同一客户' },
    status: 201,
    answer: { agent: 'a-005', number: expect.any(String) },
  },
  {
    method: 'GET',
    path: '/api/v1/join-requests',
    as: 'supervisor',
    status: 200,
    answer: ({ second: caseId }) => ({ items: some({ caseId, agent: 'a-005', unit: 'north' }) }),
  },
  command(
    'second',
    'let-join',
    { agent: 'a-005' },
    { joiners: [{ agent: 'a-005', status: 'in' }] },
  ),
  command(
    'second',
    'refuse-join',
    { agent: 'a-005' },
    { joiners: [{ agent: 'a-005', status: 'refused' }] },
  ),
  {
    method: 'POST',
    path: '/api/v1/cases/{first}/presence',
    as: 'agent',
    body: { doing: 'composing' },
    status: 200,
    answer: { viewers: [{ username: 'agent', agentId: 'a-001', doing: 'composing' }], seen: null },
  },
  {
    method: 'POST',
    path: '/api/v1/cases/{first}/presence',
    as: 'agent',
    body: { doing: 'composing', seen: { upTo: 1, beyond: [] } },
    status: 200,
    answer: { seen: { upTo: 1, beyond: [] } },
  },
  {
    method: 'POST',
    path: '/api/v1/cases/{first}/presence',
    as: 'agent',
    body: { doing: 'composing', seen: { upTo: -1, beyond: [] } },
    status: 422,
    answer: { errors: [{ path: 'seen.upTo' }] },
  },
  {
    method: 'DELETE',
    path: '/api/v1/cases/{first}/presence',
    as: 'agent',
    status: 200,
    answer: { viewers: [] },
  },
];
