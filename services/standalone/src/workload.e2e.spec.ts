import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, waitFor } from '#testing';
import { openTestStandalone } from '../test/open-test-standalone.js';
import type { TestStandalone } from '../test/open-test-standalone.js';
import { fiveSecondPolicy, sampleComplaint } from '../test/samples.js';

let product: TestStandalone;

beforeAll(async () => {
  product = await openTestStandalone(await createTestDatabase());
}, 180_000);
afterAll(() => product?.close());

async function openCase(changes: object = {}): Promise<string> {
  const body = { ...sampleComplaint, ...changes };
  const filed = await product.call('agent', 'POST', '/api/v1/complaints', body);
  const id = String(filed.body['caseId']);
  await waitFor(
    async () => (await product.call('agent', 'GET', `/api/v1/cases/${id}`)).status === 200,
    { describe: 'the case' },
  );
  return id;
}
const command = (id: string, name: string, body: object) =>
  product.call('supervisor', 'POST', `/api/v1/cases/${id}/commands/${name}`, body);
const read = async (path: string) => (await product.call('supervisor', 'GET', path)).body;
const some = (item: object) => expect.arrayContaining([expect.objectContaining(item)]);

describe('the workload of a hotline', () => {
  it('names clocks that are due, by instant, with who has them', async () => {
    const caseId = await openCase();
    await command(caseId, 'assign', { owner: 'a-001' });
    const body = await read('/api/v1/workload?until=2999-01-01T00:00:00.000Z');
    const due = body['due'] as { caseId: string; dueAt: string; owner: string; unit: string }[];
    expect(due).toEqual(some({ caseId, owner: 'a-001', unit: 'north', priority: 'normal' }));
    expect(due.map(({ dueAt }) => dueAt)).toEqual(due.map(({ dueAt }) => dueAt).sort());
    expect(body).toMatchObject({ isCut: false });
    const { due: soon } = await read('/api/v1/workload?until=1971-01-01T00:00:00.000Z');
    expect(soon).toEqual([]);
  });

  it('counts what owners and units have, and what of it is past due', async () => {
    await product.call('manager', 'PUT', '/api/v1/policies', fiveSecondPolicy());
    const id = await openCase();
    await waitFor(
      async () => {
        const { items } = await read('/api/v1/cases?overdue=true');
        return (items as { id: string }[]).some((one) => one.id === id);
      },
      { timeoutMs: 30_000, describe: 'the breach in the list' },
    );
    const { owners, units } = await read('/api/v1/workload');
    expect(owners).toEqual(some({ owner: 'a-001', open: 2, overdue: 1 }));
    expect(units).toEqual(some({ unit: 'north', open: 2, paused: 0, critical: 0, overdue: 1 }));
    const { items } = await read('/api/v1/cases?overdue=false');
    expect(items).not.toEqual(some({ id }));
  }, 180_000);

  it('lists major complaints, and incidents with the cases they stand for', async () => {
    const [incident, member] = [await openCase(), await openCase()];
    expect((await command(incident, 'triage', { complaintTier: 'major' })).status).toBe(200);
    const { items } = await read('/api/v1/cases?complaintTier=major');
    expect(items).toEqual([expect.objectContaining({ id: incident })]);
    expect(await read('/api/v1/incidents')).toEqual({ items: [] });
    expect((await command(member, 'join-incident', { incident })).status).toBe(200);
    expect(await read('/api/v1/incidents')).toEqual({
      items: [expect.objectContaining({ id: incident, cases: 1, open: 1, category: 'billing' })],
    });
  });

  it('is for those who lead', async () => {
    for (const path of ['/api/v1/workload', '/api/v1/incidents']) {
      expect((await product.call('agent', 'GET', path)).status).toBe(403);
    }
  });
});
