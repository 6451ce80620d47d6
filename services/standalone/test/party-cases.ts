import { expect } from '@jest/globals';
import type { EndpointCase } from './endpoint-case.js';

const some = <T>(item: T) => expect.arrayContaining([expect.objectContaining(item as object)]);
const command = (
  name: string,
  body: EndpointCase['body'],
  answer: object,
  status = 200,
): EndpointCase => ({
  method: 'POST',
  path: `/api/v1/cases/{case}/commands/${name}`,
  as: 'agent',
  body,
  status,
  answer,
});
const tenant = { role: 'tenant', name: '租客小冯', mayBeTold: true, isContact: true };

/** Who takes part beside the customer; at the end nobody does. */
export const partyCases: readonly EndpointCase[] = [
  command('name-party', tenant, { parties: [{ ...codes(), isContact: true }] }),
  command(
    'name-party',
    { role: 'internal', name: '调度室' },
    { errors: some({ path: 'unit', rule: 'required' }) },
    422,
  ),
  {
    method: 'GET',
    path: '/api/v1/cases/{case}/parties',
    as: 'agent',
    status: 200,
    answer: { items: [expect.objectContaining({ name: '租客小冯', phone: null, by: 'a-001' })] },
    learn: ({ body }) => ({ party: (body['items'] as { id: string }[])[0]!.id }),
  },
  command('drop-party', ({ party }) => ({ partyId: party }), { status: 'open' }),
];

function codes() {
  return { id: expect.any(String), role: 'tenant', mayBeTold: true };
}
