import { expect } from '@jest/globals';
import type { EndpointCase } from './endpoint-case.js';

const some = (item: object) => expect.arrayContaining([expect.objectContaining(item)]);
const problem = (slug: string) => ({ type: `urn:clearline:problem:${slug}` });
const refused = (path: string, rule: string) => ({
  ...problem('validation'),
  errors: some({ path, rule }),
});
const command = (
  as: string,
  name: string,
  body: EndpointCase['body'],
  answer: object = {},
  status = 200,
): EndpointCase => ({
  method: 'POST',
  path: `/api/v1/cases/{case}/commands/${name}`,
  as,
  body,
  status,
  answer,
});
const later = () => new Date(Date.now() + 86_400_000).toISOString();
const text = '请协助核对管网图';
const coHandle =
  (units: string[], matter = 'claim-query') =>
  () => ({ units, matter, dueAt: later(), text });
const orderId = ({ order }: Record<string, string>) => ({ orderId: order });
const learn: EndpointCase['learn'] = ({ body }) => {
  const orders = body['orders'] as { id: string; status: string }[];
  return { order: orders.find(({ status }) => status === 'open')!.id };
};
const orders: EndpointCase = {
  method: 'GET',
  path: '/api/v1/cases/{case}/orders',
  as: 'agent',
  status: 200,
};

/** Orders to units beside the one that has the case; at the end none of them waits. */
export const orderCases: readonly EndpointCase[] = [
  command('agent', 'co-handle', coHandle([]), refused('units', 'minimum:1'), 422),
  command('agent', 'co-handle', coHandle(['nowhere']), refused('units.0', 'unknown-unit'), 422),
  command(
    'agent',
    'co-handle',
    { units: ['hq'], dueAt: '2020-01-01T00:00:00.000Z', text },
    refused('dueAt', 'in-the-past'),
    422,
  ),
  command(
    'agent',
    'co-handle',
    coHandle(['south'], 'gossip'),
    refused('matter', 'invalid-value'),
    422,
  ),
  command('agent', 'co-handle', coHandle(['south']), { unit: 'north' }),
  command('agent', 'co-handle', coHandle(['south']), problem('illegal-transition'), 409),
  {
    ...orders,
    answer: {
      problem: null,
      orders: some({ kind: 'co-handling', unit: 'south', matter: 'claim-query', text }),
    },
    learn,
  },
  {
    method: 'GET',
    path: '/api/v1/orders?unit=south&status=open',
    as: 'supervisor',
    status: 200,
    answer: ({ order, case: caseId }) => ({ items: some({ id: order, caseId }), next: null }),
  },
  {
    method: 'GET',
    path: '/api/v1/orders?unit=south&status=open&matter=claim-query',
    as: 'supervisor',
    status: 200,
    answer: ({ order }) => ({ items: some({ id: order, matter: 'claim-query' }) }),
  },
  {
    method: 'GET',
    path: '/api/v1/orders?unit=south&status=open&matter=advice',
    as: 'supervisor',
    status: 200,
    answer: { items: [], next: null },
  },
  command('supervisor', 'decline-order', (known) => ({
    ...orderId(known),
    reason: 'no-authority',
    note: '不归我站管',
  })),
  command('agent', 'supervise', () => ({ dueAt: later(), text }), problem('forbidden'), 403),
  command('supervisor', 'supervise', () => ({ dueAt: later(), text: '请今日内说明进展' })),
  { ...orders, answer: { orders: some({ kind: 'supervision', unit: 'north' }) }, learn },
  command('agent', 'drop-order', orderId, problem('forbidden'), 403),
  command('supervisor', 'drop-order', orderId),
  command('supervisor', 'drop-order', orderId, problem('not-found'), 404),
  command(
    'supervisor',
    'mark-problem',
    () => ({ accused: 'nobody', desk: 'hq', dueAt: later(), followUpDays: 7, text: '态度粗暴' }),
    refused('accused', 'unknown-agent'),
    422,
  ),
  command(
    'supervisor',
    'mark-problem',
    () => ({ accused: 'a-001', desk: 'north', dueAt: later(), followUpDays: 7, text: '态度粗暴' }),
    refused('desk', 'own-unit'),
    422,
  ),
  command('supervisor', 'mark-problem', () => ({
    ...{ accused: 'a-001', desk: 'hq', dueAt: later(), followUpDays: 7, text: '被投诉推诿' },
    kind: 'late-receipt',
  })),
  {
    method: 'GET',
    path: '/api/v1/orders?problemKind=late-receipt',
    as: 'supervisor',
    status: 200,
    answer: { items: some({ kind: 'supervision', unit: 'hq', problemKind: 'late-receipt' }) },
  },
  // Whom it is about no longer sees the case.
  {
    ...orders,
    as: 'supervisor',
    answer: { problem: { accused: 'a-001', kind: 'late-receipt', desk: 'hq' } },
    learn,
  },
  command(
    'agent',
    'answer-order',
    (known) => ({ ...orderId(known), answer: '属实' }),
    problem('forbidden'),
    403,
  ),
  command('admin', 'answer-order', (known) => ({ ...orderId(known), answer: '已核实，已谈话' })),
  command('admin', 'name-accused', () => ({ agents: [] })),
  {
    ...orders,
    answer: {
      orders: some({ kind: 'supervision', status: 'answered', answer: '已核实，已谈话' }),
    },
  },
];
