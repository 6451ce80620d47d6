import { expect } from '@jest/globals';
import type { EndpointCase } from './endpoint-case.js';

const some = (item: object) => expect.arrayContaining([expect.objectContaining(item)]);
const command = (as: string, name: string, body: object, answer: object): EndpointCase => ({
  method: 'POST',
  path: `/api/v1/cases/{case}/commands/${name}`,
  as,
  body,
  status: 200,
  answer,
});

/** One command for many cases. */
export const supervisorCases: readonly EndpointCase[] = [
  {
    method: 'POST',
    path: '/api/v1/cases/commands/change-priority',
    as: 'supervisor',
    body: ({ case: id }) => ({ cases: [{ case: id }], body: { priority: 'normal' } }),
    status: 207,
    answer: { items: [{ index: 0, status: 200 }] },
  },
];

/** Which cases somebody sees, for services that show parts of them. */
export const accessCases: readonly EndpointCase[] = [
  {
    method: 'GET',
    path: '/api/v1/cases/access?ids={case}',
    as: 'agent',
    status: 200,
    answer: ({ case: id }) => ({ seen: [id], hidden: [] }),
  },
];

/** Commands between units; at the end the case is with the one that had it. */
export const departmentCases: readonly EndpointCase[] = [
  command('agent', 'transfer', { to: 'south', reason: 'expertise' }, { transferTo: 'south' }),
  command('supervisor', 'refuse-transfer', { reason: 'facts-missing' }, { owner: 'a-001' }),
  command('agent', 'transfer', { to: 'south', reason: 'wrong-unit' }, { transferTo: 'south' }),
  command('agent', 'withdraw-transfer', {}, { unit: 'north', owner: 'a-001' }),
  command('agent', 'transfer', { to: 'hq', reason: 'second-opinion' }, { unit: 'hq' }),
  command('supervisor', 'accept-transfer', { owner: 's-001' }, { unit: 'hq', owner: 's-001' }),
  command('agent', 'hand-back', { result: '已核实' }, { unit: 'north' }),
  {
    method: 'GET',
    path: '/api/v1/cases/{case}/departments',
    as: 'agent',
    status: 200,
    answer: { spans: some({ unit: 'north' }), pending: null, refusalLimit: 2 },
  },
];
