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

const search = (q: string, found: boolean, as = 'manager'): EndpointCase => ({
  method: 'GET',
  path: `/api/v1/complaints/search?q=${encodeURIComponent(q)}`,
  as,
  status: 200,
  answer: ({ case: complaintId }) => ({
    items: found ? [expect.objectContaining({ complaintId })] : [],
    next: null,
  }),
});

/** The one complaint so far, by everything that may be known of it. */
export const searchCases: readonly EndpointCase[] = [
  ...['账', '账单', '重复扣', '重复扣费', '8000', '+86 138-0013-8000', '张伟'].map((q) =>
    search(q, true),
  ),
  ...['账费', '扣费重复', '8001', '李'].map((q) => search(q, false)),
  { ...search('账', true, 'bi'), status: 403, answer: {} },
  {
    ...search('', true),
    status: 422,
    answer: { errors: [expect.objectContaining({ path: 'q' })] },
  },
  {
    method: 'GET',
    path: '/api/v1/complaints/{case}/views',
    as: 'manager',
    status: 200,
    answer: {
      items: expect.arrayContaining([
        expect.objectContaining({ what: 'complaint', viewer: 'manager', times: 7 }),
      ]),
    },
  },
];

const customers = (
  query: string,
  status: number,
  answer: EndpointCase['answer'],
): EndpointCase => ({
  ...{ method: 'GET', path: `/api/v1/customers?${query}`, as: 'supervisor', status, answer },
});

/** Registered by now and without a complaint: found by what the caller says of themselves. */
export const customerCases: readonly EndpointCase[] = [
  ...['9000', '139-0013-9000', '李娜', '李'].map((q) =>
    customers(`q=${encodeURIComponent(q)}`, 200, ({ customer: id }) => ({
      ...{ items: [expect.objectContaining({ id, name: '李娜' })], next: null },
    })),
  ),
  customers('q=9001', 200, { items: [], next: null }),
  customers('q=9000&phone=13900139000', 422, { errors: [expect.objectContaining({ path: 'q' })] }),
  { ...customers('q=9000', 403, {}), as: 'manager' },
];

const suggest = (statement: string, as: string, more: Partial<EndpointCase>): EndpointCase => ({
  method: 'POST',
  path: '/api/v1/complaints/suggest-category',
  as,
  body: { statement },
  status: 200,
  ...more,
});

/** The one case is closed, and taught which words its category has. */
export const suggestionCases: readonly EndpointCase[] = [
  suggest('请问账单怎么重复扣费了', 'agent', {
    isEventual: true,
    answer: {
      learnedCases: 1,
      suggestions: [
        {
          category: 'billing',
          confidence: 1,
          terms: expect.any(Array),
        },
      ],
    },
  }),
  suggest('账单', 'bi', { status: 403, answer: {} }),
  suggest(' ', 'agent', {
    status: 422,
    answer: { errors: [expect.objectContaining({ path: 'statement' })] },
  }),
];

const repeats = (body: object, status: number, answer: EndpointCase['answer']): EndpointCase => ({
  method: 'POST',
  path: '/api/v1/complaints/repeats',
  as: 'agent',
  body,
  status,
  answer,
});

/** What the next complaint would repeat of the one so far. */
export const repeatCases: readonly EndpointCase[] = [
  repeats(
    { statement: '账单重复扣费', phone: '+86 138-0013-8000' },
    200,
    ({ case: complaintId, number }) => ({
      byCustomer: 1,
      items: [
        expect.objectContaining({
          complaintId,
          number,
          because: ['customer', 'text'],
          isHidden: false,
        }),
      ],
    }),
  ),
  repeats({ statement: 'No water since Monday' }, 200, { byCustomer: 0, items: [] }),
  repeats({ statement: '账单', phone: '--' }, 422, {
    errors: [expect.objectContaining({ path: 'phone', rule: 'format:phone' })],
  }),
  { ...repeats({ statement: '账单' }, 403, {}), as: 'bi' },
  {
    method: 'GET',
    path: '/api/v1/complaints/{number}/repeats',
    as: 'agent',
    status: 200,
    answer: { byCustomer: 0, items: [] },
  },
];

/** What was keyed wrong, and what the customer said later. */
export const changeCases: readonly EndpointCase[] = [
  {
    method: 'POST',
    path: '/api/v1/complaints/{number}/amendments',
    as: 'agent',
    body: { statement: '账单重复扣费，两次各 120 元', reason: '听错了金额' },
    status: 201,
    answer: {
      kind: 'amended',
      reason: 'other',
      note: '听错了金额',
      after: { statement: '账单重复扣费，两次各 120 元' },
    },
  },
  {
    method: 'POST',
    path: '/api/v1/complaints/{number}/amendments',
    as: 'agent',
    body: { statement: '账单重复扣费，两次各 120 元', reason: 'mis-keyed' },
    status: 422,
    answer: { errors: [expect.objectContaining({ path: 'statement', rule: 'changes' })] },
  },
  {
    method: 'POST',
    path: '/api/v1/complaints/{case}/facts',
    as: 'agent',
    body: { channel: 'phone', text: '上月也扣过一次' },
    status: 201,
    answer: { kind: 'facts-added', channel: 'phone', text: '上月也扣过一次' },
  },
  ...['上月也扣', '两次各', '8000 上月'].map((q) => search(q, true)),
  {
    method: 'GET',
    path: '/api/v1/complaints/{case}/changes',
    as: 'supervisor',
    status: 200,
    answer: {
      items: [
        expect.objectContaining({
          kind: 'amended',
          before: { statement: expect.stringContaining('账单') },
          after: { statement: '账单重复扣费，两次各 120 元' },
        }),
        expect.objectContaining({ kind: 'facts-added' }),
      ],
    },
  },
  {
    method: 'GET',
    path: '/api/v1/complaints/{case}',
    as: 'agent',
    status: 200,
    answer: { statement: '账单重复扣费，两次各 120 元' },
  },
  {
    method: 'GET',
    path: '/api/v1/cases/{case}/timeline',
    as: 'agent',
    status: 200,
    isEventual: true,
    answer: {
      items: expect.arrayContaining([
        expect.objectContaining({ type: 'clearline.case.complaint-changed.v2' }),
      ]),
    },
  },
];
