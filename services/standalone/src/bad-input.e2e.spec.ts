import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, waitFor } from '#testing';
import { openTestStandalone } from '../test/open-test-standalone.js';
import type { Answer, TestStandalone } from '../test/open-test-standalone.js';

let standalone: TestStandalone;
let caseId: string;

beforeAll(async () => {
  standalone = await openTestStandalone(await createTestDatabase());
  const filed = await standalone.call('agent', 'POST', '/api/v1/complaints', complaint());
  caseId = String(filed.body['caseId']);
  await waitFor(
    async () => (await standalone.call('agent', 'GET', `/api/v1/cases/${caseId}`)).status === 200,
    { describe: 'the case' },
  );
}, 60_000);
afterAll(() => standalone?.close());

const complaint = (changes = {}) => ({
  channel: 'phone',
  customer: { name: '张伟', phone: '13800138000' },
  category: 'billing',
  statement: '重复扣费',
  ...changes,
});
const survey = (changes = {}) => ({ kind: 'csat', score: 4, ...changes });
const callback = (changes = {}) => ({
  caseId,
  type: 'resolution',
  outcome: 'reached',
  at: new Date().toISOString(),
  ...changes,
});
const cloudEvent = (changes = {}) => ({
  specversion: '1.0',
  id: 'e-1',
  source: '/crm',
  type: 'clearline.inbound.complaint.v1',
  data: complaint(),
  ...changes,
});
const binary = (changes = {}) => ({
  'content-type': 'application/json',
  'ce-specversion': '1.0',
  'ce-id': 'e-2',
  'ce-source': '/crm',
  'ce-type': 'clearline.inbound.complaint.v1',
  ...changes,
});

const json = { 'content-type': 'application/json' };
const structured = { 'content-type': 'application/cloudevents+json' };
const utf8 = (value: unknown) => JSON.stringify(value);
const minutesAhead = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const unknownId = '01963b1c-7a00-7000-8000-00000000dead';

interface Bad {
  title: string;
  user?: string;
  path?: string;
  body: () => string | Buffer;
  headers?: Record<string, string>;
  status: number;
  slug: string;
  /** Path of a field that the answer names. */
  field?: string;
}

const table: Bad[] = [
  {
    title: 'an unknown field',
    body: () => utf8(complaint({ colour: 'red' })),
    status: 422,
    slug: 'validation',
    field: 'colour',
  },
  {
    title: 'a wrong type',
    body: () => utf8(complaint({ severity: 3 })),
    status: 422,
    slug: 'validation',
    field: 'severity',
  },
  {
    title: 'a missing field',
    body: () => utf8({ ...complaint(), statement: undefined }),
    status: 422,
    slug: 'validation',
    field: 'statement',
  },
  { title: 'no JSON', body: () => '{"channel":', status: 422, slug: 'validation', field: '' },
  { title: 'an empty body', body: () => '', status: 422, slug: 'validation', field: '' },
  { title: 'null', body: () => 'null', status: 422, slug: 'validation', field: '' },
  {
    title: 'a key of the prototype',
    body: () => `{"__proto__": {"channel": "phone"}}`,
    status: 422,
    slug: 'validation',
    field: '',
  },
  {
    title: 'bytes that are no UTF-8',
    body: () => Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
    status: 422,
    slug: 'validation',
    field: '',
  },
  {
    title: 'NUL in a text',
    body: () => utf8(complaint({ statement: 'a\0b' })),
    status: 422,
    slug: 'validation',
    field: 'statement',
  },
  {
    title: 'a lone surrogate in a text',
    body: () => utf8(complaint()).replace('重复扣费', '\\ud800'),
    status: 422,
    slug: 'validation',
    field: 'statement',
  },
  {
    title: 'a body of 10 MB',
    body: () => utf8(complaint({ statement: 'x'.repeat(10_000_000) })),
    status: 413,
    slug: 'too-large',
  },
  {
    title: 'a text longer than its field',
    body: () => utf8(complaint({ statement: 'x'.repeat(20_001) })),
    status: 422,
    slug: 'validation',
    field: 'statement',
  },
  {
    title: 'another media type',
    headers: { 'content-type': 'text/xml' },
    body: () => '<complaint/>',
    status: 415,
    slug: 'unsupported-media-type',
  },
  {
    title: 'an empty array',
    body: () => '[]',
    status: 422,
    slug: 'validation',
    field: '',
  },
  {
    title: 'an array of 1 001',
    body: () => utf8(Array.from({ length: 1_001 }, () => complaint())),
    status: 422,
    slug: 'validation',
    field: '',
  },
  {
    title: 'a time in the future',
    body: () => utf8(complaint({ receivedAt: minutesAhead(6) })),
    status: 422,
    slug: 'validation',
    field: 'receivedAt',
  },
  {
    title: 'a time before 1970',
    body: () => utf8(complaint({ receivedAt: '1969-12-31T23:59:59Z' })),
    status: 422,
    slug: 'validation',
    field: 'receivedAt',
  },
  {
    title: 'a time that is none',
    body: () => utf8(complaint({ receivedAt: '2026-02-30T00:00:00Z' })),
    status: 422,
    slug: 'validation',
    field: 'receivedAt',
  },
  {
    title: 'a due date before 1970',
    body: () => utf8(complaint({ dueAt: '1969-12-31T23:59:59Z' })),
    status: 422,
    slug: 'validation',
    field: 'dueAt',
  },
  {
    title: 'an unknown category',
    body: () => utf8(complaint({ category: 'nonsense' })),
    status: 422,
    slug: 'validation',
    field: 'category',
  },
  {
    title: 'an unknown unit',
    body: () => utf8(complaint({ organisation: 'nowhere' })),
    status: 422,
    slug: 'validation',
    field: 'organisation',
  },
  {
    title: 'an unknown product',
    body: () => utf8(complaint({ product: 'nothing' })),
    status: 422,
    slug: 'validation',
    field: 'product',
  },
  {
    title: 'an unknown customer',
    body: () => utf8(complaint({ customer: { id: unknownId } })),
    status: 422,
    slug: 'validation',
    field: 'customer.id',
  },
  {
    title: 'a phone without digits',
    body: () => utf8(complaint({ customer: { name: 'Li', phone: '------' } })),
    status: 422,
    slug: 'validation',
    field: 'customer.phone',
  },
  {
    title: 'a callback of an unknown case',
    path: '/api/v1/callbacks',
    body: () => utf8(callback({ caseId: unknownId })),
    status: 422,
    slug: 'validation',
    field: 'caseId',
  },
  {
    title: 'a callback of a mistyped case number',
    path: '/api/v1/callbacks',
    body: () => utf8(callback({ caseId: '2026-0000001-0' })),
    status: 422,
    slug: 'validation',
    field: 'caseId',
  },
  {
    title: 'a survey of nobody',
    path: '/api/v1/surveys',
    body: () => utf8(survey()),
    status: 422,
    slug: 'validation',
    field: 'caseId',
  },
  {
    title: 'a score out of its range',
    path: '/api/v1/surveys',
    body: () => utf8(survey({ caseId, score: 6 })),
    status: 422,
    slug: 'validation',
    field: 'score',
  },
  {
    title: 'an idempotency key of other characters',
    headers: { ...json, 'idempotency-key': 'clé' },
    body: () => utf8(complaint()),
    status: 422,
    slug: 'validation',
    field: 'Idempotency-Key',
  },
  {
    title: 'an unknown event type',
    path: '/api/v1/events',
    headers: structured,
    body: () => utf8(cloudEvent({ type: 'com.example.complaint' })),
    status: 422,
    slug: 'validation',
    field: 'type',
  },
  {
    title: 'an unknown version of an event',
    path: '/api/v1/events',
    headers: structured,
    body: () => utf8(cloudEvent({ type: 'clearline.inbound.complaint.v9' })),
    status: 422,
    slug: 'validation',
    field: 'type',
  },
  {
    title: 'an event without an id',
    path: '/api/v1/events',
    headers: structured,
    body: () => utf8(cloudEvent({ id: undefined })),
    status: 422,
    slug: 'validation',
    field: 'id',
  },
  {
    title: 'an event with a time that is none',
    path: '/api/v1/events',
    headers: binary({ 'ce-time': 'yesterday' }),
    body: () => utf8(complaint()),
    status: 422,
    slug: 'validation',
    field: 'time',
  },
  {
    title: 'an event header of another version of CloudEvents',
    path: '/api/v1/events',
    headers: binary({ 'ce-specversion': '0.3' }),
    body: () => utf8(complaint()),
    status: 422,
    slug: 'validation',
    field: 'specversion',
  },
  {
    title: 'an event header that is not percent-encoded',
    path: '/api/v1/events',
    headers: binary({ 'ce-source': '%zz' }),
    body: () => utf8(complaint()),
    status: 422,
    slug: 'validation',
    field: 'ce-source',
  },
  {
    title: 'an event header with NUL',
    path: '/api/v1/events',
    headers: binary({ 'ce-source': 'a%00b' }),
    body: () => utf8(complaint()),
    status: 422,
    slug: 'validation',
    field: 'source',
  },
  {
    title: 'an event header with a name of other characters',
    path: '/api/v1/events',
    headers: binary({ 'ce-trace-parent': 'x' }),
    body: () => utf8(complaint()),
    status: 422,
    slug: 'validation',
    field: 'trace-parent',
  },
  {
    title: 'an event whose data is an array',
    path: '/api/v1/events',
    headers: structured,
    body: () => utf8(cloudEvent({ data: [complaint()] })),
    status: 422,
    slug: 'validation',
    field: 'data',
  },
  {
    title: 'an event without data',
    path: '/api/v1/events',
    headers: structured,
    body: () => utf8(cloudEvent({ data: undefined })),
    status: 422,
    slug: 'validation',
    field: '',
  },
  {
    title: 'an event from the future',
    path: '/api/v1/events',
    headers: structured,
    body: () => utf8(cloudEvent({ id: 'future', time: minutesAhead(60) })),
    status: 422,
    slug: 'validation',
    field: 'receivedAt',
  },
  {
    title: 'an unknown agent',
    user: 'supervisor',
    path: 'assign',
    body: () => utf8({ owner: 'a-999' }),
    status: 422,
    slug: 'validation',
    field: 'owner',
  },
  {
    title: 'a stale version',
    user: 'supervisor',
    path: 'assign',
    body: () => utf8({ owner: 'a-001', expectedVersion: 99 }),
    status: 409,
    slug: 'stale-version',
  },
  {
    title: 'a command that nobody knows',
    path: 'explode',
    body: () => '{}',
    status: 404,
    slug: 'not-found',
  },
  {
    title: 'no token',
    user: 'nobody',
    body: () => utf8(complaint()),
    status: 401,
    slug: 'unauthenticated',
  },
  {
    title: 'a token that is none',
    user: 'nobody',
    headers: { ...json, authorization: 'Bearer e30.e30.e30' },
    body: () => utf8(complaint()),
    status: 401,
    slug: 'unauthenticated',
  },
  {
    title: 'the wrong role',
    user: 'bi',
    body: () => utf8(complaint()),
    status: 403,
    slug: 'forbidden',
  },
  {
    title: 'an agent who defines the organisation',
    path: '/api/v1/organisation',
    body: () => '{}',
    status: 403,
    slug: 'forbidden',
  },
];

async function complaintCount(): Promise<number> {
  const { database } = standalone.services.runtimes.get('intake')!;
  const [row] = await database.query<{ count: number }>(
    'select count(*)::int as count from complaints',
  );
  return row!.count;
}

function send({ user = 'agent', path = '/api/v1/complaints', body, headers = json }: Bad) {
  const url = path.startsWith('/') ? path : `/api/v1/cases/${caseId}/commands/${path}`;
  return standalone.send(user, url, body(), headers);
}

const fieldsOf = ({ body }: Answer) =>
  ((body['errors'] ?? []) as { path: string; rule: string; message: string }[]).map(
    ({ path }) => path,
  );

describe('bad input over HTTP', () => {
  it.each(table)('$title is answered $status $slug, and nothing is stored', async (bad) => {
    const before = await complaintCount();
    const answer = await send(bad);
    expect(answer.body).toMatchObject({
      type: `urn:clearline:problem:${bad.slug}`,
      status: bad.status,
    });
    expect(answer.status).toBe(bad.status);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    if (bad.field !== undefined) expect(fieldsOf(answer)).toContain(bad.field);
    expect(JSON.stringify(answer.body)).not.toContain('扣费');
    expect(await complaintCount()).toBe(before);
  });

  it('of one item in an array is that item’s problem alone', async () => {
    const items = [
      complaint(),
      complaint({ category: 'nonsense' }),
      { channel: 'phone' },
      null,
      complaint(),
    ];
    const before = await complaintCount();
    const answer = await standalone.call('agent', 'POST', '/api/v1/complaints', items);
    expect(answer.status).toBe(207);
    const { items: answered } = answer.body as { items: { index: number; status: number }[] };
    expect(answered.map(({ status }) => status)).toEqual([201, 422, 422, 422, 201]);
    expect(answered.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    expect(await complaintCount()).toBe(before + 2);
  });

  it('of one event in a batch is that event’s problem alone', async () => {
    const batch = [
      cloudEvent({ id: 'b-1' }),
      cloudEvent({ id: 'b-2', type: 'com.example.other' }),
      'no event',
      cloudEvent({ id: 'b-3', data: { channel: 'phone' } }),
      cloudEvent({ id: 'b-4' }),
    ];
    const type = { 'content-type': 'application/cloudevents-batch+json' };
    const answer = await standalone.send('agent', '/api/v1/events', utf8(batch), type);
    expect(answer.status).toBe(207);
    const { items } = answer.body as { items: { status: number }[] };
    expect(items.map(({ status }) => status)).toEqual([201, 422, 422, 422, 201]);
  });

  it('leaves the service answering', async () => {
    const { status } = await standalone.call('agent', 'POST', '/api/v1/complaints', complaint());
    expect(status).toBe(201);
    expect((await standalone.call('', 'GET', '/health/ready')).status).toBe(200);
  });

  it('without a time a CloudEvent happened when it arrived', async () => {
    const event = cloudEvent({ id: 'timeless' });
    const answer = await standalone.send('agent', '/api/v1/events', utf8(event), structured);
    expect(answer.status).toBe(201);
    const age = Date.now() - Date.parse(String(answer.body['receivedAt']));
    expect(age).toBeLessThan(60_000);
  });
});
