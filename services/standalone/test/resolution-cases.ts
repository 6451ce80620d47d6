import { expect } from '@jest/globals';
import type { EndpointCase } from './endpoint-case.js';
import { sampleComplaint, sampleEvidence } from './samples.js';

const problem = (slug: string) => ({ type: `urn:clearline:problem:${slug}` });
const some = <T>(item: T) => expect.arrayContaining([expect.objectContaining(item as object)]);
const refused = (path: string, rule: string) => ({
  ...problem('validation'),
  errors: some({ path, rule }),
});
const command = (
  as: string,
  name: string,
  body: EndpointCase['body'],
  answer: object,
  status = 200,
): EndpointCase => ({
  method: 'POST',
  path: `/api/v1/cases/{settled}/commands/${name}`,
  as,
  body,
  status,
  answer,
});
const resolution = (answer: EndpointCase['answer']): EndpointCase => ({
  method: 'GET',
  path: '/api/v1/cases/{settled}/resolution',
  as: 'agent',
  status: 200,
  answer,
});
const idOf = (body: Record<string, unknown>, list: string) =>
  String((body[list] as { id: string }[]).at(-1)!.id);
const later = (ms: number) => new Date(Date.now() + ms).toISOString();
const message = (expectedVersion: number, text = '您的退款今天办理') => ({
  ...{ expectedVersion, kind: 'interim', channel: 'app', text },
});
const dear = { kind: 'compensation', cost: 800, text: '赔偿搬运费八百元' };

const { control, listen, establish, apologise } = sampleEvidence;

const authority = (as: string, upTo: number): EndpointCase => ({
  ...{ method: 'GET', path: '/api/v1/authority', as, status: 200, answer: { upTo } },
});

/** A case at `resolve` is settled: who may give what, what caused it, and who sees to it. */
export const resolutionCases: readonly EndpointCase[] = [
  authority('agent', 500),
  authority('manager', 50_000),
  {
    method: 'POST',
    path: '/api/v1/complaints',
    as: 'agent',
    body: {
      ...sampleComplaint,
      evidence: { ...sampleEvidence, resolve: { ...sampleEvidence.resolve, remedyCost: 800 } },
    },
    status: 403,
    answer: { ...problem('forbidden'), detail: expect.stringContaining('ends at 500') },
  },
  {
    method: 'POST',
    path: '/api/v1/complaints',
    as: 'agent',
    body: { ...sampleComplaint, evidence: { control, listen, establish, apologise } },
    status: 201,
    learn: ({ body }) => ({ settled: String(body['caseId']) }),
  },
  {
    method: 'GET',
    path: '/api/v1/cases/{settled}',
    as: 'agent',
    status: 200,
    answer: { stage: 'resolve', missing: expect.arrayContaining(['remedyCost', 'rootCause']) },
    isEventual: true,
  },
  command('agent', 'add-note', { text: '客户脾气急，先听完再说' }, { stage: 'resolve' }),
  command('agent', 'add-note', { text: '客户要退款，但是账单没有问题' }, { stage: 'resolve' }),
  command('agent', 'add-note', { text: '' }, refused('text', 'minimum:1'), 422),
  command('agent', 'send-message', message(1), problem('stale-version'), 409),
  {
    method: 'GET',
    path: '/api/v1/cases/{settled}',
    as: 'agent',
    status: 200,
    learn: ({ body }) => ({ settledVersion: String(body['version']) }),
  },
  command(
    'agent',
    'send-message',
    ({ settledVersion }) =>
      message(Number(settledVersion), '您好，先听完再说：客户要退款,但是账单 没有问题。'),
    refused('text', 'holds-a-note'),
    422,
  ),
  command('agent', 'send-message', ({ settledVersion }) => message(Number(settledVersion)), {}),
  {
    ...resolution({ messages: [expect.objectContaining({ status: 'held', kind: 'interim' })] }),
    learn: ({ body }) => ({ message: idOf(body, 'messages') }),
  },
  command('agent', 'undo-message', ({ message: messageId }) => ({ messageId }), {}),
  command(
    'agent',
    'undo-message',
    ({ message: messageId }) => ({ messageId }),
    problem('illegal-transition'),
    409,
  ),
  resolution({ messages: [expect.objectContaining({ status: 'undone' })] }),
  {
    method: 'GET',
    path: '/api/v1/cases/{settled}',
    as: 'agent',
    status: 200,
    learn: ({ body }) => ({ settledVersion: String(body['version']) }),
  },
  command('agent', 'send-message', ({ settledVersion }) => message(Number(settledVersion)), {}),
  {
    ...resolution({ messages: some({ status: 'sent', text: '您的退款今天办理' }) }),
    isEventual: true,
  },
  command('agent', 'record-apology', { channel: 'phone', text: '再次致歉' }, { status: 'open' }),
  command(
    'agent',
    'resolve',
    { resolution: '已赔偿', remedyCost: 800, rootCause: '重复扣款', preventiveAction: '校验' },
    { ...problem('forbidden'), detail: expect.stringContaining('ends at 500') },
    403,
  ),
  command('agent', 'offer-remedy', { ...dear, cost: -1 }, refused('cost', 'minimum:0'), 422),
  command('agent', 'offer-remedy', dear, {
    missing: expect.arrayContaining(['remedyCost']),
  }),
  {
    ...resolution({
      notes: some({ text: '客户脾气急，先听完再说', by: 'a-001' }),
      apologies: [expect.objectContaining({ channel: 'phone', text: '再次致歉' })],
      remedies: [expect.objectContaining({ cost: 800, status: 'proposed', text: dear.text })],
    }),
    learn: ({ body }) => ({ remedy: idOf(body, 'remedies') }),
  },
  command(
    'agent',
    'approve-remedy',
    ({ remedy }) => ({ remedyId: remedy }),
    problem('forbidden'),
    403,
  ),
  command(
    'supervisor',
    'refuse-remedy',
    { remedyId: '01963b1c-7a00-7000-8000-00000000dead' },
    problem('not-found'),
    404,
  ),
  command('supervisor', 'approve-remedy', ({ remedy }) => ({ remedyId: remedy }), {
    missing: expect.not.arrayContaining(['remedyCost']),
  }),
  command(
    'supervisor',
    'refuse-remedy',
    ({ remedy }) => ({ remedyId: remedy }),
    problem('illegal-transition'),
    409,
  ),
  command(
    'agent',
    'answer-remedy',
    ({ remedy }) => ({ remedyId: remedy, answer: 'counter-wish', channel: 'phone' }),
    refused('wish', 'custom'),
    422,
  ),
  command(
    'agent',
    'answer-remedy',
    ({ remedy }) => ({
      ...{ remedyId: remedy, answer: 'accepted', channel: 'phone' },
      at: later(3_600_000),
    }),
    refused('at', 'in-the-future'),
    422,
  ),
  command(
    'agent',
    'answer-remedy',
    ({ remedy }) => ({
      ...{ remedyId: remedy, answer: 'counter-wish', channel: 'phone' },
      ...{ wish: '希望改为减免三个月燃气费', note: '语气平和' },
    }),
    { missing: expect.not.arrayContaining(['remedyCost']) },
  ),
  resolution({
    remedies: [
      expect.objectContaining({
        status: 'approved',
        answer: expect.objectContaining({
          ...{ given: 'counter-wish', channel: 'phone', by: 'a-001' },
          wish: '希望改为减免三个月燃气费',
        }),
      }),
    ],
  }),
  command(
    'agent',
    'answer-remedy',
    ({ remedy }) => ({ remedyId: remedy, answer: 'refused', channel: 'phone' }),
    { missing: expect.arrayContaining(['remedyCost']) },
  ),
  command(
    'agent',
    'answer-remedy',
    ({ remedy }) => ({ remedyId: remedy, answer: 'accepted', channel: 'phone' }),
    problem('illegal-transition'),
    409,
  ),
  command(
    'agent',
    'offer-remedy',
    { kind: 'discount', cost: 450, text: '减免三个月燃气费' },
    { missing: expect.not.arrayContaining(['remedyCost']) },
  ),
  command(
    'agent',
    'record-cause',
    { cause: 'phlogiston', text: '不明' },
    refused('cause', 'unknown-code'),
    422,
  ),
  command(
    'agent',
    'record-cause',
    { cause: 'system.billing', text: '扣款接口超时后重发' },
    { missing: expect.not.arrayContaining(['rootCause']) },
  ),
  command(
    'agent',
    'plan-action',
    () => ({ owner: 'a-001', dueAt: '2020-01-01T00:00:00.000Z', text: '校验' }),
    refused('dueAt', 'in-the-past'),
    422,
  ),
  command(
    'agent',
    'plan-action',
    () => ({ owner: 'nobody', dueAt: later(86_400_000), text: '校验' }),
    refused('owner', 'unknown-agent'),
    422,
  ),
  command(
    'agent',
    'plan-action',
    () => ({ owner: 'a-001', dueAt: later(86_400_000), text: '接口加上幂等校验' }),
    { missing: expect.not.arrayContaining(['preventiveAction']) },
  ),
  {
    ...resolution({
      remedies: [
        expect.objectContaining({ status: 'approved', decidedBy: 's-001' }),
        expect.objectContaining({ status: 'offered', cost: 450, answer: null }),
      ],
      actions: [expect.objectContaining({ owner: 'a-001', status: 'open' })],
    }),
    learn: ({ body }) => ({ action: idOf(body, 'actions') }),
  },
  {
    method: 'GET',
    path: '/api/v1/actions?owner=a-001&status=open',
    as: 'supervisor',
    status: 200,
    answer: ({ action, settled: caseId }) => ({
      items: [expect.objectContaining({ id: action, caseId })],
      next: null,
    }),
  },
  command(
    'agent',
    'move-action',
    ({ action }) => ({ actionId: action, reason: 'workload' }),
    refused('dueAt', 'custom'),
    422,
  ),
  command(
    'agent',
    'move-action',
    ({ action }) => ({ actionId: action, owner: 'nobody', reason: 'workload' }),
    refused('owner', 'unknown-agent'),
    422,
  ),
  command(
    'supervisor',
    'move-action',
    ({ action }) => ({ actionId: action, dueAt: '2020-01-01T00:00:00.000Z', reason: 'workload' }),
    refused('dueAt', 'in-the-past'),
    422,
  ),
  command(
    'agent',
    'move-action',
    ({ action }) => ({
      ...{ actionId: action, dueAt: later(2 * 86_400_000), reason: 'awaiting-third-party' },
      note: '供应商下周才能上门',
    }),
    {},
  ),
  command('agent', 'complete-action', ({ action }) => ({ actionId: action, note: '已上线' }), {}),
  command(
    'agent',
    'complete-action',
    ({ action }) => ({ actionId: action }),
    problem('illegal-transition'),
    409,
  ),
  command(
    'supervisor',
    'drop-action',
    ({ action }) => ({ actionId: action, reason: 'not-needed' }),
    problem('illegal-transition'),
    409,
  ),
  command(
    'agent',
    'plan-action',
    () => ({ owner: 's-001', dueAt: later(86_400_000), text: '通知所有柜台' }),
    {},
  ),
  {
    ...resolution({ actions: some({ owner: 's-001', status: 'open' }) }),
    learn: ({ body }) => ({ action: idOf(body, 'actions') }),
  },
  command(
    'agent',
    'drop-action',
    ({ action }) => ({ actionId: action, reason: 'not-needed', note: '校验已足够' }),
    {},
  ),
  command(
    'agent',
    'record-accountability',
    { accountable: 'north', finding: 'responsible', sanction: 'talk', text: '未核对' },
    problem('forbidden'),
    403,
  ),
  command(
    'supervisor',
    'record-accountability',
    { accountable: 'nobody', finding: 'responsible', sanction: 'talk', text: '未核对' },
    refused('accountable', 'unknown-agent'),
    422,
  ),
  command(
    'supervisor',
    'record-accountability',
    { accountable: 'north', finding: 'responsible', sanction: 'training', text: '未核对金额' },
    {},
  ),
  resolution({
    causes: [expect.objectContaining({ cause: 'system.billing', text: '扣款接口超时后重发' })],
    actions: [
      expect.objectContaining({ status: 'done' }),
      expect.objectContaining({ status: 'dropped', doneAt: null }),
    ],
    accountability: [
      expect.objectContaining({ accountable: 'north', decider: 's-001', text: '未核对金额' }),
    ],
  }),
];
