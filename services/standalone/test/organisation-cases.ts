import { expect } from '@jest/globals';
import type { EndpointCase } from './endpoint-case.js';

const customer = { name: '李娜', phone: '13900139000', tier: 'vip' };
const text = expect.any(String);
const some = <T>(item: T) => expect.arrayContaining([expect.objectContaining(item as object)]);
const get = (path: string, as: string, answer: EndpointCase['answer']): EndpointCase => ({
  method: 'GET',
  path,
  as,
  status: 200,
  answer,
});

/** The organisation with its history, and customers. */
export const organisationCases: readonly EndpointCase[] = [
  get('/api/v1/organisation', 'agent', { units: some({ code: 'north' }) }),
  {
    method: 'POST',
    path: '/api/v1/organisation',
    as: 'admin',
    body: { units: [{ code: 'west', name: { zh: '西区', en: 'West' }, parent: 'hq' }] },
    status: 200,
    answer: { changed: 1 },
  },
  get('/api/v1/organisation/unit/west/history', 'manager', {
    items: [{ version: 1, at: text, by: 'admin', changes: some({ field: 'parent', after: 'hq' }) }],
    next: null,
  }),
  {
    method: 'POST',
    path: '/api/v1/organisation/imports',
    as: 'admin',
    body: { csv: 'kind,code,nameEn\nunit,west,West\nproduct,stove,Stove\n', dryRun: true },
    status: 200,
    answer: { read: 2, changed: 2, rows: some({ line: 3, code: 'stove', outcome: 'created' }) },
  },
  {
    method: 'POST',
    path: '/api/v1/customers',
    as: 'agent',
    body: customer,
    status: 201,
    answer: { tier: 'vip' },
    learn: ({ body }) => ({ customer: String(body['id']) }),
  },
  get('/api/v1/customers?phone=13900139000', 'agent', { items: some({ tier: 'vip' }) }),
  get('/api/v1/customers/{customer}', 'agent', { name: '李娜' }),
  get('/api/v1/customers/{customer}/views', 'manager', {
    items: [expect.objectContaining({ what: 'customer', viewer: 'agent', times: 2 })],
  }),
  {
    method: 'PATCH',
    path: '/api/v1/customers/{customer}',
    as: 'agent',
    body: { tier: 'key' },
    status: 200,
    answer: { tier: 'key' },
  },
  {
    method: 'POST',
    path: '/api/v1/customers/imports',
    as: 'admin',
    body: { customers: [{ ...customer, tier: 'key' }, { name: '无名' }], dryRun: true },
    status: 207,
    answer: {
      items: [
        { index: 0, outcome: 'same' },
        { index: 1, outcome: 'refused', problem: { status: 422 } },
      ],
    },
  },
];
