import { expect } from '@jest/globals';
import type { EndpointCase } from './endpoint-case.js';
import { safetyPolicy } from './safety-policy.js';
import { sampleComplaint } from './samples.js';

const problem = (slug: string) => ({ type: `urn:clearline:problem:${slug}` });
const some = <T>(item: T) => expect.arrayContaining([expect.objectContaining(item as object)]);
const command = (
  as: string,
  name: string,
  body: EndpointCase['body'],
  answer: object,
  status = 200,
): EndpointCase => ({
  method: 'POST',
  path: `/api/v1/cases/{hurt}/commands/${name}`,
  as,
  body,
  status,
  answer,
});
const safety = (answer: EndpointCase['answer'], status = 200): EndpointCase => ({
  method: 'GET',
  path: '/api/v1/cases/{hurt}/safety',
  as: 'supervisor',
  status,
  answer,
});
const told = {
  reporter: 'relative',
  seriousness: ['hospitalisation'],
  outcome: 'recovering',
  product: 'boiler',
  patient: '张某，女，61 岁',
  reaction: '洗澡时晕倒，送医吸氧',
};

/** A complaint that turns out to be a safety report, to its end. */
export const safetyCases: readonly EndpointCase[] = [
  {
    method: 'PUT',
    path: '/api/v1/policies',
    as: 'admin',
    body: safetyPolicy,
    status: 200,
    answer: { rules: some({ id: 'injury', safety: { desk: 'hse' } }) },
  },
  {
    method: 'POST',
    path: '/api/v1/complaints',
    as: 'agent',
    body: sampleComplaint,
    status: 201,
    answer: { caseId: expect.any(String) },
    learn: ({ body }) => ({ hurt: String(body['caseId']) }),
  },
  {
    method: 'GET',
    path: '/api/v1/cases/{hurt}',
    as: 'agent',
    status: 200,
    answer: { status: 'open' },
    isEventual: true,
  },
  safety(problem('not-found'), 404),
  command('agent', 'take-safety-report', {}, problem('illegal-transition'), 409),
  command(
    'agent',
    'leave-for-safety',
    { category: 'repair' },
    { ...problem('illegal-transition'), detail: expect.stringContaining('normal flow') },
    409,
  ),
  command(
    'agent',
    'leave-for-safety',
    { category: 'injury', note: '客户母亲被熏晕' },
    { category: 'injury', unit: 'hse', owner: 'a-001', safety: { desk: 'hse', takenBy: null } },
  ),
  command('agent', 'take-safety-report', {}, problem('forbidden'), 403),
  command(
    'supervisor',
    'take-safety-report',
    { owner: 'a-001' },
    { errors: some({ path: 'owner', rule: 'other-unit' }) },
    422,
  ),
  command(
    'agent',
    'report-adverse-event',
    { ...told, product: 'unheard-of' },
    { errors: some({ path: 'product', rule: 'unknown-code' }) },
    422,
  ),
  command('agent', 'report-adverse-event', told, {
    priority: 'high',
    missing: ['taken', 'submission'],
  }),
  command('agent', 'record-safety-submission', sent('authority'), problem('forbidden'), 403),
  command('supervisor', 'record-safety-submission', sent('authority'), { missing: ['taken'] }),
  command('supervisor', 'record-safety-submission', sent('manufacturer'), { status: 'open' }),
  safety({
    status: 'submitted',
    left: expect.objectContaining({ category: 'billing', unit: 'north', note: '客户母亲被熏晕' }),
    reports: [expect.objectContaining({ version: 1, patient: told.patient })],
    submissions: some({ recipient: 'authority', reference: '回执 88 号' }),
  }),
  command('agent', 'offer-remedy', remedy(), problem('illegal-transition'), 409),
  command(
    'supervisor',
    'end-safety-report',
    { finding: 'reported' },
    { ...problem('missing-evidence'), missing: ['taken'] },
    409,
  ),
  command(
    'supervisor',
    'end-safety-report',
    { finding: 'duplicate' },
    { errors: some({ path: 'note', rule: 'required' }) },
    422,
  ),
  command(
    'supervisor',
    'end-safety-report',
    { finding: 'duplicate', note: '医院已报' },
    { status: 'closed' },
  ),
  {
    method: 'GET',
    path: '/api/v1/safety-reports?desk=hse&status=ended&serious=true',
    as: 'supervisor',
    status: 200,
    answer: ({ hurt }) => ({
      items: [expect.objectContaining({ caseId: hurt, product: 'boiler', category: 'injury' })],
      next: null,
    }),
  },
];

function sent(recipient: string) {
  return { recipient, channel: 'web', name: '区监管局', reference: '回执 88 号' };
}

function remedy() {
  return { kind: 'compensation', cost: 10, text: '致歉礼品' };
}
