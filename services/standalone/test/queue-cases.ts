import { expect } from '@jest/globals';
import type { EndpointCase } from './endpoint-case.js';

const command = (name: string, body: object, answer: object = {}, status = 200): EndpointCase => ({
  method: 'POST',
  path: `/api/v1/cases/{case}/commands/${name}`,
  as: 'agent',
  body,
  status,
  answer,
});

/** Without queues in the policy: what is recorded counts all the same. */
export const queueCases: readonly EndpointCase[] = [
  {
    method: 'POST',
    path: '/api/v1/queues/match',
    as: 'agent',
    body: { category: 'billing', tier: 'vip' },
    status: 200,
    answer: { queue: null },
  },
  command(
    'move-to-queue',
    { queue: 'nowhere' },
    { errors: [expect.objectContaining({ path: 'queue', rule: 'unknown-code' })] },
    422,
  ),
  command(
    'record-handling',
    { activity: 'call', seconds: 240 },
    { handling: { seconds: 240, targetSeconds: null, cost: null } },
  ),
  {
    method: 'GET',
    path: '/api/v1/queues',
    as: 'supervisor',
    status: 200,
    answer: {
      items: [expect.objectContaining({ queue: null, handled: 1, seconds: 240, calls: 1 })],
    },
  },
];
