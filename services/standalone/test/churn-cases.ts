import { expect } from '@jest/globals';
import type { EndpointCase } from './endpoint-case.js';

const path = '/api/v1/churn/customers/{customer}';
const get = (as: string, status: number, answer: EndpointCase['answer'] = {}): EndpointCase => ({
  ...{ method: 'GET', path, as, status, answer },
});

/** How likely a customer leaves; this one was registered and never complained. */
export const churnCases: readonly EndpointCase[] = [
  get('agent', 200, ({ customer: customerId }) => ({
    ...{ customerId, level: 'none', factors: [], isHidden: false },
  })),
  get('manager', 403),
  get('bi', 403),
  {
    ...get('agent', 422, { errors: [expect.objectContaining({ path: 'id' })] }),
    path: '/api/v1/churn/customers/none',
  },
  { ...get('manager', 200, { items: [] }), path: `${path}/views` },
  { ...get('agent', 403), path: `${path}/views` },
];
