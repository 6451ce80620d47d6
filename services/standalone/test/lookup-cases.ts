import { expect } from '@jest/globals';
import type { EndpointCase } from './endpoint-case.js';

const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
const status = (body: EndpointCase['body'], code: number, answer: object): EndpointCase => ({
  method: 'POST',
  path: '/api/v1/case-status',
  as: '',
  body,
  status: code,
  answer,
});
const unknown = {
  type: 'urn:clearline:problem:not-found',
  detail: 'no case has this number and this phone',
};
const caller = (as: string, phoneLastFour: string, code: number): EndpointCase => ({
  method: 'GET',
  path: `/api/v1/complaints/{case}/caller?phoneLastFour=${phoneLastFour}`,
  as,
  status: code,
});

/** A customer asks where the case is, without an account; an agent makes sure who calls. */
export const statusCases: readonly EndpointCase[] = [
  status(({ number }) => ({ number, phoneLastFour: '8000' }), 200, {
    stage: 'control',
    status: 'open',
    receivedAt: instant,
    nextDueAt: instant,
  }),
  status(({ number }) => ({ number, phoneLastFour: '8001' }), 404, unknown),
  status({ number: '2026-0999999-0', phoneLastFour: '8000' }, 404, unknown),
  status(({ number }) => ({ number, phoneLastFour: '138 8000' }), 422, {
    errors: [expect.objectContaining({ path: 'phoneLastFour' })],
  }),
  caller('agent', '8000', 200),
  caller('agent', '8001', 404),
  caller('manager', '8000', 403),
];
