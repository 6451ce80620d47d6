import { expect } from '@jest/globals';
import type { EndpointCase } from './endpoint-case.js';

/** What newcomers are told. */
export const firstRunCases: readonly EndpointCase[] = [
  {
    ...{ method: 'GET', path: '/api/v1/installation', as: '', status: 200 },
    answer: {
      demo: expect.objectContaining({
        logins: expect.arrayContaining([{ username: 'agent', roles: ['agent'] }]),
        password: 'clearline-demo',
      }),
    },
  },
  {
    ...{ method: 'GET', path: '/api/v1/first-run', as: 'bi', status: 200 },
    answer: { isDismissed: false },
  },
  { method: 'DELETE', path: '/api/v1/first-run', as: 'bi', status: 204 },
  {
    ...{ method: 'GET', path: '/api/v1/first-run', as: 'bi', status: 200 },
    answer: { isDismissed: true },
  },
  {
    ...{ method: 'GET', path: '/api/v1/first-run', as: 'manager', status: 200 },
    answer: { isDismissed: false },
  },
];
