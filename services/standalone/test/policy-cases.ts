import { expect } from '@jest/globals';
import { defaultPolicy } from '#sla';
import type { EndpointCase } from './endpoint-case.js';

const some = (item: object) => expect.arrayContaining([expect.objectContaining(item)]);
const path = '/api/v1/policies';
const titled = { ...defaultPolicy, title: { zh: '默认', en: 'Default' } };
/** Its last level is never told: nobody hands on to it. */
const laddered = {
  ...defaultPolicy,
  ladders: [
    {
      id: 'desk',
      levels: [
        { id: 'desk', level: 1, audience: 'agent', after: { breach: 0 }, next: 'head' },
        { id: 'head', level: 2, audience: 'manager', after: { unacknowledged: 60 } },
        { id: 'moon', level: 3, audience: 'manager', after: { unacknowledged: 60 } },
      ],
    },
  ],
  rules: defaultPolicy.rules.map((rule) => ({
    ...rule,
    clocks: rule.clocks.map((clock) => ({ ...clock, ladder: 'desk' })),
  })),
};
const get = (at: string, as: string, answer: object): EndpointCase => ({
  method: 'GET',
  path: at,
  as,
  status: 200,
  answer,
});

/** Policies and calendars, in an order in which each finds what it needs. */
export const policyCases: readonly EndpointCase[] = [
  get(path, 'supervisor', { items: [{ version: 1 }], versions: [{ publishedBy: 'system' }] }),
  get('/api/v1/promises', '', {
    policyVersion: 1,
    items: some({
      ...{ rule: 'critical', kind: 'acknowledge', stage: null },
      within: { zh: '30 个自然分钟（全天计时）', en: '30 minutes around the clock' },
      source: null,
    }),
  }),
  {
    method: 'POST',
    path: `${path}/dry-run?limit=0`,
    as: 'supervisor',
    body: titled,
    status: 200,
    answer: { base: 1, cases: 1, casesChanged: 0, items: [] },
  },
  {
    method: 'POST',
    path: `${path}/what-if?limit=5`,
    as: 'supervisor',
    body: titled,
    status: 200,
    answer: { toMet: 0, toBreached: 0, groups: some({ dimension: 'all' }), flips: [] },
  },
  { ...{ method: 'POST', path: `${path}/what-if`, as: 'agent', body: titled }, status: 403 },
  { ...{ method: 'POST', path: `${path}/what-if`, as: 'supervisor', body: {} }, status: 422 },
  {
    method: 'POST',
    path: `${path}/chains?at=2026-11-23T12:00:00.000Z&severity=high&rule=standard`,
    as: 'supervisor',
    body: laddered,
    status: 200,
    answer: {
      chains: some({
        ...{ rule: 'standard', kind: 'statutory', cause: 'breach', ladder: 'desk' },
        steps: [
          expect.objectContaining({ step: 'desk', audience: 'agent', people: expect.any(Number) }),
          expect.objectContaining({ step: 'head', audience: 'manager', people: 0 }),
        ],
      }),
      warnings: [
        { rule: 'unreachable-level', ladder: 'desk', level: 'moon' },
        { rule: 'nobody', ladder: 'desk', level: 'head' },
        { rule: 'nobody', ladder: 'desk', level: 'moon' },
      ],
    },
    isEventual: true,
  },
  { ...{ method: 'POST', path: `${path}/chains`, as: 'agent', body: laddered }, status: 403 },
  {
    ...{ method: 'POST', path: `${path}/chains?severity=grave`, as: 'supervisor', body: laddered },
    status: 422,
  },
  { ...{ method: 'POST', path: `${path}/checks`, as: 'supervisor' }, status: 403 },
  {
    method: 'POST',
    path: `${path}/checks`,
    as: 'manager',
    status: 200,
    answer: { items: [{ policyVersion: 1, warnings: [] }] },
  },
  get(`${path}/checks`, 'supervisor', { items: [{ policyVersion: 1 }] }),
  { ...{ method: 'PUT', path, as: 'supervisor', body: titled }, status: 403 },
  { ...{ method: 'PUT', path, as: 'manager', body: {} }, status: 422 },
  {
    method: 'PUT',
    path: `${path}?expectedVersion=1`,
    as: 'manager',
    body: titled,
    status: 200,
    answer: { version: 2 },
  },
  {
    method: 'PUT',
    path: `${path}?expectedVersion=1`,
    as: 'manager',
    body: titled,
    status: 409,
    answer: { type: 'urn:clearline:problem:stale-version', version: 2 },
  },
  get(`${path}/2`, 'supervisor', { isCurrent: true, publishedBy: 'manager', id: 'default' }),
  get(`${path}/1/diff/2`, 'supervisor', { changes: [{ path: 'title', change: 'added' }] }),
  { ...get(`${path}/9`, 'supervisor', {}), status: 404 },
  {
    method: 'POST',
    path,
    as: 'admin',
    body: { fromVersion: 1 },
    status: 201,
    answer: { version: 3, rules: defaultPolicy.rules.map(({ id }) => ({ id })) },
  },
  { ...{ method: 'POST', path: `${path}/2/apply`, as: 'manager' }, status: 409 },
  {
    method: 'POST',
    path: `${path}/3/apply`,
    as: 'manager',
    status: 202,
    answer: { version: 3, requestedBy: 'manager', finishedAt: null },
  },
  {
    ...get(path, 'supervisor', {
      applications: [
        { version: 3, examined: 1, changed: 1, failed: [], finishedAt: expect.any(String) },
      ],
    }),
    isEventual: true,
  },
  get('/api/v1/calendars', 'agent', {
    items: some({ reference: 'always@1', isOpen: true, isCurrent: true }),
  }),
  get('/api/v1/calendars/office?month=2026-10', 'agent', {
    month: '2026-10',
    days: some({ date: '2026-10-01', weekday: 'thu', isOpen: true, calendar: 'office@1' }),
  }),
  { ...get('/api/v1/calendars/office?month=2026-13', 'agent', {}), status: 422 },
  { ...get('/api/v1/calendars/nothing', 'agent', {}), status: 404 },
  {
    method: 'POST',
    path: '/api/v1/calendars/validate',
    as: 'supervisor',
    body: defaultPolicy.calendars[0],
    status: 200,
    answer: { valid: true },
  },
  {
    method: 'POST',
    path: '/api/v1/calendars/validate',
    as: 'supervisor',
    body: { ...defaultPolicy.calendars[0], holidays: ['2026-02-30'] },
    status: 422,
    answer: { errors: [{ path: 'holidays.0', rule: 'format:date', line: 1 }] },
  },
];
