import { expect } from '@jest/globals';
import { defaultPolicy } from '#sla';
import type { EndpointCase } from './endpoint-case.js';
import { sampleComplaint } from './samples.js';

const problem = (slug: string) => ({ type: `urn:clearline:problem:${slug}` });
const commandOf =
  (known: string) =>
  (
    as: string,
    name: string,
    body: EndpointCase['body'],
    answer: EndpointCase['answer'],
    status = 200,
  ): EndpointCase => ({
    method: 'POST',
    path: `/api/v1/cases/{${known}}/commands/${name}`,
    as,
    body,
    status,
    answer,
  });
const command = commandOf('second');
const watched = commandOf('watched');
const some = (item: object) => expect.arrayContaining([expect.objectContaining(item)]);
const get = (path: string, as: string, answer: EndpointCase['answer']): EndpointCase => ({
  ...{ method: 'GET', path, as, status: 200, answer },
});
const policies = '/api/v1/policies';
const watching = {
  ...defaultPolicy,
  fourEyes: [{ command: 'change-tier', decides: 'supervisor' }],
};
const approval = ({ approval: approvalId }: Record<string, string>) => ({ approvalId });
const asked = { command: 'change-tier', by: 's-001', decides: 'supervisor' };
const tier = { tier: 'vip', note: '存款超过三十万' };
const learn: EndpointCase['learn'] = ({ body }) => ({
  approval: (body['approvals'] as { id: string }[])[0]!.id,
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
  { ...{ method: 'PUT', path: policies, as: 'manager', body: watching }, status: 200 },
  {
    ...{ method: 'POST', path: '/api/v1/complaints', as: 'agent', body: sampleComplaint },
    status: 201,
    learn: ({ body }) => ({ watched: String(body['caseId']) }),
  },
  { ...get('/api/v1/cases/{watched}', 'agent', { tier: 'standard' }), isEventual: true },
  {
    ...watched('supervisor', 'change-tier', tier, { tier: 'standard', approvals: [asked] }, 202),
    learn,
  },
  get('/api/v1/cases/{watched}/approvals', 'agent', {
    items: [{ ...asked, status: 'asked', input: tier, decidedAt: null }],
  }),
  get('/api/v1/approvals?status=asked', 'supervisor', ({ watched: caseId }) => ({
    items: some({ ...asked, caseId }),
    next: null,
  })),
  { ...get('/api/v1/approvals', 'agent', problem('forbidden')), status: 403 },
  watched('supervisor', 'approve-command', approval, problem('forbidden'), 403),
  watched('agent', 'refuse-command', approval, problem('forbidden'), 403),
  watched('supervisor', 'refuse-command', approval, { tier: 'standard' }),
  watched('manager', 'approve-command', approval, problem('not-found'), 404),
  {
    ...watched('supervisor', 'change-tier', tier, { approvals: [asked] }, 202),
    learn,
  },
  watched('manager', 'approve-command', approval, { tier: 'vip' }),
  { ...{ method: 'POST', path: policies, as: 'admin', body: { fromVersion: 1 } }, status: 201 },
];
