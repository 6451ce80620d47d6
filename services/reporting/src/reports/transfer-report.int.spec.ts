import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportCasesQuery } from '#contracts';
import { newId, openDatabase } from '#platform';
import type { Database } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { reportingMigrations } from '../migrations.js';
import { countFigureCases, listFigureCases } from './list-figure-cases.js';

let testDatabase: TestDatabase;
let database: Database;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await openDatabase({
    url: testDatabase.url,
    schema: 'reporting',
    migrations: reportingMigrations,
    applicationName: 'reporting-test',
  });
});
afterAll(async () => {
  await database?.close();
  await testDatabase?.drop();
});

/** A case that is in the north by now, with the units that had it before. */
async function given(spans: readonly [unit: string, from: number, to: number | null][]) {
  const caseId = newId(Date.now());
  await database.query(
    `insert into case_facts (case_id, number, category, channel, severity, tier, received_at, stage, status, unit)
     values ($1, $2, 'unclassified', 'phone', 'normal', 'standard', 0, 'control', 'open', 'north')`,
    [caseId, `n-${caseId}`],
  );
  for (const [ordinal, [unit, from, to]] of spans.entries()) {
    await database.query(
      'insert into unit_facts (case_id, ordinal, unit, from_at, to_at) values ($1, $2, $3, $4, $5)',
      [caseId, ordinal, unit, from, to],
    );
  }
  return caseId;
}

async function transferred(caseId: string, unit: string, at: number): Promise<string> {
  const transferId = newId(Date.now());
  await database.query(
    `insert into transfer_facts (transfer_id, case_id, at, unit, outcome, is_handed_back)
     values ($1, $2, $3, $4, 'accepted', false)`,
    [transferId, caseId, at, unit],
  );
  return transferId;
}

describe('the cases of transfers', () => {
  it('say from which unit to which, and when, wherever the case is by now', async () => {
    const caseId = await given([
      ['north', 0, 1_000],
      ['south', 1_000, 2_000],
      ['north', 2_000, null],
    ]);
    const there = await transferred(caseId, 'south', 1_000);
    const back = await transferred(caseId, 'north', 2_000);
    const unknown = await transferred(await given([]), 'south', 1_000);
    const query = reportCasesQuery.parse({ figure: 'accepted' });
    const { items } = await listFigureCases(database, 'transfers', query, 0);
    const told = new Map(
      items.map(({ transferId, unit, transfer }) => [transferId, [unit, transfer]]),
    );
    const at = (second: number) => `1970-01-01T00:00:0${second}.000Z`;
    expect(told.get(there)).toEqual(['north', { from: 'north', to: 'south', at: at(1) }]);
    expect(told.get(back)).toEqual(['north', { from: 'south', to: 'north', at: at(2) }]);
    expect(told.get(unknown)).toEqual(['north', { from: null, to: 'south', at: at(1) }]);
  });

  it('of several figures are those in any of them, once, page by page', async () => {
    const all = reportCasesQuery.parse({ figure: 'accepted,refused,transferred', limit: 2 });
    const total = await countFigureCases(database, 'transfers', all, 0);
    const seen: (string | undefined)[] = [];
    let cursor: string | undefined;
    do {
      const page = await listFigureCases(database, 'transfers', { ...all, cursor }, 0);
      seen.push(...page.items.map(({ transferId }) => transferId));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(total).toBe(3);
    expect(new Set(seen).size).toBe(3);
    expect(seen).toHaveLength(3);
    const unknown = reportCasesQuery.parse({ figure: 'accepted,nonsense' });
    await expect(listFigureCases(database, 'transfers', unknown, 0)).rejects.toThrow();
  });
});
