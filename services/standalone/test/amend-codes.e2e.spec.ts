import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '#sla';
import { createTestDatabase, waitFor } from '#testing';
import { openTestStandalone } from './open-test-standalone.js';
import type { TestStandalone } from './open-test-standalone.js';
import { sampleComplaint } from './samples.js';

const leak = {
  id: 'leak',
  match: { category: ['leak'] },
  clocks: [
    {
      ...{ kind: 'resolution', calendar: 'always', warnings: [0.5] },
      budget: { unit: 'elapsed-minutes', minutes: 240 },
    },
  ],
} as const;
const queue = {
  ...{ id: 'leaks', title: { zh: '泄漏', en: 'Leaks' }, match: { category: ['leak'] } },
  handlingMinutes: 90,
};

interface Clock {
  kind: string;
  dueAt: string;
  state: string;
  revision: number;
}

describe('codes put right through the public edge', () => {
  let product: TestStandalone;

  beforeAll(async () => {
    product = await openTestStandalone(await createTestDatabase());
    const policy = {
      ...defaultPolicy,
      queues: [queue],
      rules: [leak, ...defaultPolicy.rules],
    };
    expect((await product.call('manager', 'PUT', '/api/v1/policies', policy)).status).toBe(200);
  }, 360_000);
  afterAll(() => product?.close(), 180_000);

  async function openCase(changes: object = {}): Promise<string> {
    const body = { ...sampleComplaint, ...changes };
    const filed = await product.call('agent', 'POST', '/api/v1/complaints', body);
    const id = String(filed.body['caseId']);
    const path = `/api/v1/cases/${id}`;
    await waitFor(async () => (await product.call('agent', 'GET', path)).status === 200, {
      describe: 'the case',
    });
    return id;
  }
  const amend = (id: string, body: object, as = 'agent') =>
    product.call(as, 'POST', `/api/v1/cases/${id}/commands/amend-codes`, {
      reason: 'mis-keyed',
      ...body,
    });
  const received = async (query: string) => {
    const { body } = await product.call('bi', 'GET', `/api/v1/reports/volume?${query}`);
    return (body['totals'] as { received: number }).received;
  };

  it('select the rule anew and recalculate clocks; queue, report and complaint follow', async () => {
    const id = await openCase({ product: 'meter' });
    await waitFor(async () => (await received('category=billing')) === 1, {
      describe: 'the report under the category it was filed with',
    });
    const { body: before } = await product.call('agent', 'GET', `/api/v1/cases/${id}`);
    expect(before).toMatchObject({ category: 'billing', product: 'meter' });
    const body = { category: 'leak', product: 'none', note: '录音里说的是漏气' };
    const amended = await amend(id, { ...body, expectedVersion: before['version'] });
    expect(amended).toMatchObject({
      status: 200,
      body: { category: 'leak', policyRule: 'leak', queue: 'leaks' },
    });
    expect(amended.body).not.toHaveProperty('product');
    const due = Date.parse(String(before['receivedAt'])) + 240 * 60_000;
    const clocks = amended.body['clocks'] as Clock[];
    expect(clocks.find(({ kind }) => kind === 'resolution')).toMatchObject({
      ...{ state: 'running', revision: 2, dueAt: new Date(due).toISOString() },
    });
    const stale = await amend(id, { category: 'repair', expectedVersion: before['version'] });
    expect(stale).toMatchObject({ status: 409, body: { changes: expect.anything() } });

    await waitFor(async () => (await received('category=leak')) === 1, {
      describe: 'the report under the new category',
    });
    expect(await received('category=billing')).toBe(0);
    const complaint = async () =>
      (await product.call('agent', 'GET', `/api/v1/complaints/${id}`)).body;
    await waitFor(async () => (await complaint())['category'] === 'leak', {
      describe: 'the complaint under the new category',
    });
    expect((await complaint())['product'] ?? null).toBeNull();
  });

  it('tell both readings in the timeline and in the ledger of the clock', async () => {
    const id = await openCase();
    await amend(id, { category: 'leak', note: '选错类别' });
    const { body } = await product.call('agent', 'GET', `/api/v1/cases/${id}/timeline`);
    expect(body['items']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'clearline.case.codes-amended.v1',
          texts: { note: '选错类别' },
          data: expect.objectContaining({
            ...{ reason: 'mis-keyed', by: 'a-001' },
            ...{ before: { category: 'billing' }, after: { category: 'leak' } },
          }),
        }),
        expect.objectContaining({
          type: 'clearline.sla.clock-recalculated.v2',
          data: expect.objectContaining({ cause: 'codes' }),
        }),
      ]),
    );
    const explained = await product.call('agent', 'GET', `/api/v1/cases/${id}/clocks`);
    expect(JSON.stringify(explained.body)).toContain('an amendment of codes');
  });

  it('refuse a code that the organisation does not have, and nothing at all', async () => {
    const id = await openCase();
    expect(await amend(id, { category: 'nowhere', product: 'nothing' })).toMatchObject({
      status: 422,
      body: {
        errors: [
          { path: 'product', rule: 'unknown-code' },
          { path: 'category', rule: 'unknown-code' },
        ],
      },
    });
    expect((await amend(id, {})).status).toBe(422);
  });

  it('are for supervisors once the case has ended', async () => {
    const id = await openCase({ statement: '阀门阀芯异响' });
    const withdraw = { channel: 'phone' };
    const path = `/api/v1/cases/${id}/commands/withdraw`;
    expect((await product.call('agent', 'POST', path, withdraw)).status).toBe(200);
    expect((await amend(id, { category: 'repair' })).status).toBe(403);
    const amended = await amend(id, { category: 'repair' }, 'supervisor');
    expect(amended).toMatchObject({ status: 200, body: { category: 'repair', stage: 'closed' } });
  });

  it('come for many cases at once, with an answer for each', async () => {
    const [one, other] = [await openCase(), await openCase({ category: 'leak' })];
    const { status, body } = await product.call(
      'supervisor',
      'POST',
      '/api/v1/cases/commands/amend-codes',
      {
        cases: [
          { case: one },
          { case: other },
          { case: '019aafe0-0000-7000-8000-0000000000ff' },
          { case: await openCase(), expectedVersion: 99 },
        ],
        body: { category: 'repair', reason: 'misheard' },
      },
    );
    expect(status).toBe(207);
    const items = body['items'] as { status: number }[];
    expect(items.map((item) => item.status)).toEqual([200, 200, 404, 409]);
    for (const id of [one, other]) {
      const found = await product.call('agent', 'GET', `/api/v1/cases/${id}`);
      expect(found.body).toMatchObject({ category: 'repair' });
    }
  });
});
