import { expect } from '@jest/globals';
import type { EndpointCase } from './endpoint-case.js';

const problem = (slug: string) => ({ type: `urn:clearline:problem:${slug}` });
const command = (
  as: string,
  name: string,
  body: EndpointCase['body'],
  answer: EndpointCase['answer'],
  status = 200,
): EndpointCase => ({
  method: 'POST',
  path: `/api/v1/cases/{second}/commands/${name}`,
  as,
  body,
  status,
  answer,
});
const ended = { stage: 'control', reason: '客户只肯在信里说' };

/** What one person may not decide alone, or only with a reason. */
export const oversightCases: readonly EndpointCase[] = [
  command('agent', 'override-stage', ended, problem('forbidden'), 403),
  command('supervisor', 'override-stage', ended, {
    stage: 'listen',
    overrides: [expect.objectContaining({ stage: 'control', reason: 'other', by: 's-001' })],
  }),
  command('supervisor', 'override-stage', ended, problem('illegal-transition'), 409),
];
