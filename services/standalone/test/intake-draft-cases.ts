import { expect } from '@jest/globals';
import type { EndpointCase, Known } from './endpoint-case.js';

/** Under which the first complaint of the endpoint cases is filed. */
export const draftKey = 'draft-of-the-agent';

const path = '/api/v1/intake-draft';
const form = {
  ...{ channel: 'phone', phone: '138 0', name: '', tier: 'standard', isAnonymous: false },
  ...{ statement: '重复扣费，', severity: 'normal', threats: [] },
  evidence: { listen: { facts: '' } },
};
const more = { ...form, statement: '重复扣费，客户说', evidence: { resolve: { remedyCost: 0 } } };
const body = { expectedVersion: 0, key: draftKey, form };
const long = { ...form, statement: 'x'.repeat(20_001) };

const problem = (slug: string) => ({ type: `urn:clearline:problem:${slug}` });
const refusedAt = (at: string) => ({
  ...problem('validation'),
  errors: [expect.objectContaining({ path: at })],
});
const get = (answer: object, as = 'agent'): EndpointCase => ({
  ...{ method: 'GET', path, as, status: 200, answer },
});
const put = (
  sent: EndpointCase['body'],
  status: number,
  answer: EndpointCase['answer'],
  as = 'agent',
): EndpointCase => ({ method: 'PUT', path, as, body: sent, status, answer });
const keep = (sent: object, name: string, over?: string): EndpointCase => ({
  ...put(
    (known) => ({ ...body, form: sent, expectedVersion: over ? Number(known[over]) : 0 }),
    200,
    { savedAt: expect.any(String) },
  ),
  learn: ({ body: kept }) => ({ [name]: String(kept['version']) }),
});
const staleOver = (name: string) => (known: Known) => ({
  ...problem('stale-version'),
  version: Number(known[name]),
});
const drop = (
  query: string,
  status: number,
  answer: EndpointCase['answer'] = {},
): EndpointCase => ({
  ...{ method: 'DELETE', path: `${path}${query}`, as: 'agent', status, answer },
});

const nothing = get({ version: 0, draft: null });

/** Before the first complaint is filed: kept while it is typed, in versions, for oneself alone. */
export const intakeDraftCases: readonly EndpointCase[] = [
  nothing,
  put({ ...body, form: { ...form, colour: 'red' } }, 422, refusedAt('form.colour')),
  put({ ...body, form: long }, 422, refusedAt('form.statement')),
  put({ key: draftKey, form }, 422, refusedAt('expectedVersion')),
  put(body, 403, {}, 'manager'),
  keep(form, 'draftBegun'),
  get({ draft: { key: draftKey, form } }),
  keep(more, 'draftKept', 'draftBegun'),
  put(
    ({ draftBegun }) => ({ ...body, expectedVersion: Number(draftBegun) }),
    409,
    staleOver('draftKept'),
  ),
  get({ draft: { key: draftKey, form: more } }),
  get({ version: 0, draft: null }, 'supervisor'),
  drop('', 422, refusedAt('expectedVersion')),
  drop('?expectedVersion={draftBegun}', 409, staleOver('draftKept')),
  drop('?expectedVersion={draftKept}', 204),
  nothing,
  put(({ draftKept }) => ({ ...body, expectedVersion: Number(draftKept) }), 409, {
    ...problem('stale-version'),
    version: 0,
  }),
  keep(form, 'draftAnew'),
];

/** After it was filed. */
export const filedDraftCases: readonly EndpointCase[] = [
  nothing,
  put(body, 409, problem('idempotency-conflict')),
  nothing,
  drop('?expectedVersion={draftAnew}', 204),
];
