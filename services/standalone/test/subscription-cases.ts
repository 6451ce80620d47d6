import { expect } from '@jest/globals';
import type { EndpointCase } from './endpoint-case.js';

const path = '/api/v1/subscriptions';
const types = ['clearline.case.opened'];
const as = 'manager';

/** Webhooks, from the first to the last call that concerns one; nobody is behind the address. */
export const subscriptionCases: readonly EndpointCase[] = [
  {
    ...{ method: 'POST', path, as },
    body: { url: 'https://hooks.example.invalid/clearline', types, description: 'the wallboard' },
    status: 201,
    answer: { active: true, types, secret: expect.stringMatching(/^whsec_/) },
    learn: ({ body }) => ({ subscription: String(body['id']) }),
  },
  {
    ...{ method: 'POST', path, as },
    body: { url: 'https://10.0.0.1/hook', types },
    status: 422,
    answer: { errors: [{ path: 'url', rule: 'private-target' }] },
  },
  {
    ...{ method: 'GET', path, as },
    status: 200,
    answer: { items: [{ description: 'the wallboard' }] },
  },
  { ...{ method: 'GET', path: `${path}/{subscription}`, as }, status: 200, answer: { parked: 0 } },
  {
    ...{ method: 'POST', path: `${path}/{subscription}/rotate-secret`, as },
    status: 200,
    answer: { secret: expect.stringMatching(/^whsec_/) },
  },
  {
    ...{ method: 'GET', path: `${path}/{subscription}/deliveries?state=parked`, as },
    status: 200,
    answer: { items: [], next: null },
  },
  {
    ...{ method: 'POST', path: `${path}/{subscription}/redrive`, as },
    body: {},
    status: 200,
    answer: { redriven: 0 },
  },
  {
    ...{ method: 'PATCH', path: `${path}/{subscription}`, as },
    body: { active: false },
    status: 200,
    answer: { active: false },
  },
  { ...{ method: 'DELETE', path: `${path}/{subscription}`, as }, status: 204 },
  { ...{ method: 'GET', path: `${path}/{subscription}`, as }, status: 404 },
];
