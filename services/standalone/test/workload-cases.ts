import { expect } from '@jest/globals';
import type { EndpointCase } from './endpoint-case.js';

/** What supervisors see of all cases at once. */
export const workloadCases: readonly EndpointCase[] = [
  {
    method: 'GET',
    path: '/api/v1/workload?until=2999-01-01T00:00:00.000Z',
    as: 'supervisor',
    status: 200,
    answer: ({ case: caseId }) => ({
      due: expect.arrayContaining([expect.objectContaining({ caseId })]),
      tasks: expect.any(Array),
      isCut: false,
      units: expect.arrayContaining([expect.objectContaining({ unit: 'north' })]),
    }),
  },
  {
    method: 'GET',
    path: '/api/v1/incidents',
    as: 'supervisor',
    status: 200,
    answer: { items: expect.any(Array) },
  },
];
