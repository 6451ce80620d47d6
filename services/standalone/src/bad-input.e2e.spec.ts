import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, waitFor } from '#testing';
import { badInputs, cloudEvent, complaint, json, structured, utf8 } from '../test/bad-inputs.js';
import type { BadInput } from '../test/bad-inputs.js';
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
}, 180_000);
afterAll(() => standalone?.close());

async function complaintCount(): Promise<number> {
  const { database } = standalone.services.runtimes.get('intake')!;
  const [row] = await database.query<{ count: number }>(
    'select count(*)::int as count from complaints',
  );
  return row!.count;
}

function send({ user = 'agent', path = '/api/v1/complaints', body, headers = json }: BadInput) {
  const url = path.startsWith('/') ? path : `/api/v1/cases/${caseId}/commands/${path}`;
  return standalone.send(user, url, body(caseId), headers);
}

const fieldsOf = ({ body }: Answer) =>
  ((body['errors'] ?? []) as { path: string; rule: string; message: string }[]).map(
    ({ path }) => path,
  );

describe('bad input over HTTP', () => {
  it.each(badInputs)('$title is answered $status $slug, and nothing is stored', async (bad) => {
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
