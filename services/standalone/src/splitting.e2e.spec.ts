import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, waitFor } from '#testing';
import { verifyCases } from '../../cli/src/verify/verify-cases.js';
import { Violations } from '../../cli/src/verify/violation.js';
import { openTestStandalone } from '../test/open-test-standalone.js';
import type { TestStandalone } from '../test/open-test-standalone.js';
import { sampleComplaint } from '../test/samples.js';

let product: TestStandalone;
beforeAll(async () => {
  product = await openTestStandalone(await createTestDatabase());
}, 180_000);
afterAll(() => product?.close());

const read = async (id: string) => (await product.call('agent', 'GET', `/api/v1/cases/${id}`)).body;
const split = (id: string, body: object, key?: string) =>
  product.send('agent', `/api/v1/complaints/${id}/split`, JSON.stringify(body), {
    'content-type': 'application/json',
    ...(key && { 'idempotency-key': key }),
  });
const linked = (id: string, rel: string) =>
  waitFor(
    async () => {
      const links = ((await read(id))['links'] ?? []) as { rel: string; href: string }[];
      const found = links.filter((link) => link.rel === rel).map(({ href }) => href);
      return found.length > 0 && found;
    },
    { describe: `${rel} of ${id}` },
  );

async function openCase(): Promise<string> {
  const receivedAt = new Date(Date.now() - 3 * 3_600_000).toISOString();
  const body = { ...sampleComplaint, receivedAt };
  const filed = await product.call('agent', 'POST', '/api/v1/complaints', body);
  const id = String(filed.body['caseId']);
  await waitFor(async () => (await read(id))['id'] === id, { describe: 'the case' });
  return id;
}
const part = {
  reason: 'several-matters',
  category: 'billing',
  statement: '另外，发票抬头也开错了',
};

describe('a complaint that holds several matters', () => {
  it('is split: the part is a case of its own, of the same customer and receipt, and both name the other', async () => {
    const whole = await openCase();
    const before = await read(whole);
    const { body, status } = await split(whole, { ...part, organisation: 'south' });
    expect(status).toBe(201);
    const id = String(body['caseId']);
    expect(await linked(id, 'split-from')).toEqual([`/api/v1/cases/${whole}`]);
    expect(await linked(whole, 'part')).toEqual([`/api/v1/cases/${id}`]);
    const found = await read(id);
    expect(found).toMatchObject({
      receivedAt: before['receivedAt'],
      customer: before['customer'],
      channel: before['channel'],
      unit: 'south',
      stage: 'control',
    });
    // No promise gets younger: the part's clocks began when the customer complained.
    const started = (one: Record<string, unknown>) =>
      (one['clocks'] as { startedAt: string }[]).map(({ startedAt }) => startedAt);
    expect(new Set(started(found))).toEqual(new Set([before['receivedAt']]));
    const said = await product.call('agent', 'GET', `/api/v1/complaints/${id}`);
    expect(said.body).toMatchObject({ statement: part.statement });
    expect(await read(whole)).toMatchObject({ stage: before['stage'], clocks: expect.any(Array) });
  }, 120_000);

  it('is split once by a request that is repeated under its key', async () => {
    const whole = await openCase();
    const first = await split(whole, part, 'split-once');
    const again = await split(whole, part, 'split-once');
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await linked(whole, 'part')).toEqual([`/api/v1/cases/${first.body['caseId']}`]);
    const other = await split(whole, { ...part, statement: '别的' }, 'split-once');
    expect(other.body).toMatchObject({ type: 'urn:clearline:problem:idempotency-conflict' });
  }, 120_000);

  it('is refused with the field that is wrong, and where there is nothing to split', async () => {
    const whole = await openCase();
    const unknown = await split(whole, { ...part, category: 'nothing' });
    expect(unknown.body).toMatchObject({ errors: [{ path: 'category' }] });
    const empty = await split(whole, { ...part, statement: '' });
    expect(empty.body).toMatchObject({ errors: [{ path: 'statement' }] });
    expect((await split('2026-0009999-0', part)).status).toBe(404);
  }, 120_000);

  it('leaves the log such that an audit finds every case as its events say', async () => {
    const violations = new Violations();
    await verifyCases(product.services.runtimes.get('escalation')!.database, violations);
    expect(violations.list).toEqual([]);
  });
});
