import { expect } from '@jest/globals';
import type { EndpointCase } from './endpoint-case.js';

const problem = (slug: string) => ({ type: `urn:clearline:problem:${slug}` });
const some = <T>(item: T) => expect.arrayContaining([expect.objectContaining(item as object)]);
const command = (
  as: string,
  name: string,
  body: object,
  answer: object,
  status = 200,
): EndpointCase => ({
  method: 'POST',
  path: `/api/v1/cases/{case}/commands/${name}`,
  as,
  body,
  status,
  answer,
});
const notice = { channel: 'phone', text: '已告知客户延期原因' };

/** What stops, starts and lengthens the clocks of a case that has just been opened. */
export const clockCases: readonly EndpointCase[] = [
  command(
    'agent',
    'pause',
    { reason: 'awaiting-customer', note: '等客户补照片' },
    { status: 'paused', rulingClock: 'statutory', clocks: some({ state: 'paused' }) },
  ),
  command('agent', 'pause', { reason: '等客户' }, problem('validation'), 422),
  command(
    'agent',
    'pause',
    { reason: 'awaiting-customer', clocks: ['statutory'] },
    {
      ...problem('illegal-transition'),
      detail: expect.stringContaining("statutory can't be paused"),
    },
    409,
  ),
  command(
    'agent',
    'resume',
    {},
    {
      status: 'open',
      rulingClock: expect.not.stringContaining('statutory'),
      clocks: some({ pauses: [expect.objectContaining({ reason: 'awaiting-customer' })] }),
    },
  ),
  command('agent', 'resume', {}, problem('illegal-transition'), 409),
  command('agent', 'change-priority', { priority: 'low' }, problem('forbidden'), 403),
  command('supervisor', 'change-priority', { priority: 'low' }, { priority: 'low' }),
  {
    ...{ method: 'GET', path: '/api/v1/cases?priority=low', as: 'agent', status: 200 },
    answer: { items: some({ priority: 'low' }) },
  },
  command(
    'supervisor',
    'change-severity',
    { severity: 'normal', note: '客户说并不紧急' },
    { severity: 'normal', priority: 'normal' },
  ),
  command('supervisor', 'change-tier', { tier: 'vip' }, { tier: 'vip' }),
  command('bi', 'amend-codes', { product: 'meter', reason: 'misheard' }, problem('forbidden'), 403),
  command('agent', 'amend-codes', { reason: 'mis-keyed' }, problem('validation'), 422),
  command(
    'agent',
    'amend-codes',
    { category: 'nowhere', reason: 'mis-keyed' },
    { ...problem('validation'), errors: some({ path: 'category', rule: 'unknown-code' }) },
    422,
  ),
  command('agent', 'amend-codes', { product: 'meter', reason: '选错了' }, { product: 'meter' }),
  command('agent', 'amend-codes', { product: 'none', reason: 'misheard' }, {}),
  command(
    'agent',
    'request-extension',
    { kind: 'statutory', reason: '责任不清' },
    {
      clocks: some({
        ...{ kind: 'statutory', extensionRequestedBy: 'a-001' },
        extendableBy: { unit: 'calendar-days', days: 30 },
      }),
    },
  ),
  {
    method: 'GET',
    path: '/api/v1/extension-requests',
    as: 'supervisor',
    status: 200,
    answer: ({ case: caseId }) => ({
      items: some({
        ...{ caseId, by: 'a-001', reason: 'other', kind: 'statutory', state: 'running' },
        extendedDueAt: expect.any(String),
      }),
    }),
  },
  command('agent', 'approve-extension', { notice }, problem('forbidden'), 403),
  command(
    'supervisor',
    'approve-extension',
    {},
    { ...problem('missing-evidence'), missing: ['notice'] },
    409,
  ),
  command('supervisor', 'refuse-extension', { reason: 'time-is-enough' }, { status: 'open' }),
  command('agent', 'request-extension', { clockId: 'statutory', reason: 'complex-facts' }, {}),
  command(
    'supervisor',
    'approve-extension',
    { kind: 'statutory', notice },
    {
      clocks: some({
        kind: 'statutory',
        revision: 2,
        extensions: [{ unit: 'calendar-days', days: 30 }],
      }),
    },
  ),
  {
    method: 'GET',
    path: '/api/v1/cases/{case}/timeline',
    as: 'agent',
    status: 200,
    answer: {
      items: some({
        type: 'clearline.sla.extension-approved.v1',
        texts: { notice: notice.text },
      }),
    },
  },
];
