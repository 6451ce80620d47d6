import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extensionRequestListQuery } from '#contracts';
import { fakeClock } from '#testing';
import { openTestEscalation } from '../../test/open-test-escalation.js';
import type { TestEscalation } from '../../test/open-test-escalation.js';
import { allCases } from '../domain/access/case-access.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import { extensionMigrations } from './extension-migrations.js';
import { listExtensionRequests } from './extension-request-rows.js';

const clock = fakeClock('2026-01-05T01:00:00.000Z');
const asks = { type: 'request-extension', clock: 'statutory', by: 'a-1' } as const;

let escalation: TestEscalation;
beforeAll(async () => {
  escalation = await openTestEscalation(clock);
}, 180_000);
afterAll(() => escalation?.close());

async function list(query: object = {}, access: CaseAccess = allCases) {
  const { database, parts } = escalation;
  const asked = extensionRequestListQuery.parse(query);
  return listExtensionRequests(database, asked, access, parts.policies, clock.now());
}
const listed = async () => (await list()).items.map(({ caseId }) => caseId);

async function askedCases(count: number): Promise<string[]> {
  const ids = await escalation.openCases(count, clock.now());
  for (const id of ids) {
    clock.advance(60_000);
    await escalation.decide(id, { ...asks, reason: 'complex-facts' });
  }
  return ids;
}

describe('the list of those who wait for more time', () => {
  it('says who asks for which clock, why, and when it would be due, page by page', async () => {
    const [first, second] = await askedCases(2);
    const { items, next } = await list({ limit: 1 });
    expect(items).toEqual([
      {
        ...{ caseId: first, number: first, owner: null, unit: 'north', by: 'a-1' },
        ...{ at: expect.any(String), reason: 'complex-facts', clockId: 'statutory' },
        ...{ kind: 'statutory', state: 'running', dueAt: expect.any(String) },
        extendedDueAt: expect.any(String),
      },
    ]);
    const { dueAt, extendedDueAt } = items[0]!;
    expect(Date.parse(extendedDueAt!)).toBeGreaterThan(Date.parse(dueAt));
    expect((await list({ cursor: next })).items.map(({ caseId }) => caseId)).toEqual([second]);
    expect((await list({ unit: 'south' })).items).toEqual([]);
    const of = (unit: string) => list({}, { sees: 'own', agentId: 's-1', units: [unit] });
    expect((await of('north')).items).toHaveLength(2);
    expect((await of('south')).items).toEqual([]);

    const notice = { channel: 'phone', text: { keyId: first!, ciphertext: 'AAAA' } } as const;
    await escalation.decide(first!, { type: 'approve-extension', notice, by: 's-1' });
    const { clocks } = await escalation.state(first!);
    expect(clocks.find(({ clockId }) => clockId === 'statutory')?.dueAt).toBe(
      Date.parse(extendedDueAt!),
    );
    await escalation.decide(second!, {
      ...{ type: 'refuse-extension', reason: 'time-is-enough', by: 's-1' },
    });
    expect(await listed()).toEqual([]);
  });

  it('leaves out what has ended, and brings it back with its case', async () => {
    const [into] = await escalation.openCases(1, clock.now() - 3_600_000);
    const [duplicate] = await askedCases(1);
    const merge = { into: into!, reason: 'filed-twice' };
    await escalation.command(duplicate!, 'merge', merge, 'supervisor');
    expect(await listed()).toEqual([]);
    await escalation.command(duplicate!, 'unmerge', { reason: 'merged-in-error' }, 'supervisor');
    expect(await listed()).toEqual([duplicate]);
    await escalation.decide(duplicate!, {
      ...{ type: 'refuse-extension', reason: 'other', by: 's-1' },
    });
  });

  it('begins with what cases held before there was a list', async () => {
    const { database } = escalation;
    const [waiting, refused, ended] = await askedCases(3);
    await escalation.decide(refused!, {
      ...{ type: 'refuse-extension', reason: 'other', by: 's-1' },
    });
    await escalation.decide(refused!, { ...asks, reason: 'force-majeure' });
    const into = (await escalation.openCases(1, clock.now() - 3_600_000))[0]!;
    await escalation.command(ended!, 'merge', { into, reason: 'filed-twice' }, 'supervisor');
    const before = await list();
    expect(before.items.map(({ caseId }) => caseId)).toEqual([waiting, refused]);
    const rows = () => database.query('select * from extension_requests order by case_id');
    const written = await rows();

    await database.query('drop table extension_requests');
    await database.query(extensionMigrations[0]!.sql);
    expect(await rows()).toEqual(written);
    expect(await list()).toEqual(before);
  });
});
