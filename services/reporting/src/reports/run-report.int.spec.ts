import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportQuery } from '#contracts';
import { newId, openDatabase } from '#platform';
import type { Database, Tx } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { reportingMigrations } from '../migrations.js';
import { runReport } from './run-report.js';

const now = 40 * 86_400_000;
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

async function given(unit: string | null, receivedAt = 0): Promise<void> {
  const caseId = newId(Date.now());
  await database.query(
    `insert into case_facts (case_id, number, category, channel, severity, tier, received_at, stage, status, unit)
     values ($1, $4, 'unclassified', 'phone', 'normal', 'standard', $2, 'control', 'open', $3)`,
    [caseId, receivedAt, unit, `n-${caseId}`],
  );
}

/** The database, in which something happens between any two statements of a transaction. */
function busy(happens: () => Promise<void>): Database {
  const between = (tx: Tx): Tx => {
    let before: Promise<unknown> = Promise.resolve();
    const query = (sql: string, values?: unknown[]) => {
      const answer = before.then(() => tx.query(sql, values));
      before = answer.then(happens);
      return answer;
    };
    return {
      query: query as Tx['query'],
      settle: (statements) => tx.settle(statements),
      afterCommit: (task) => tx.afterCommit(task),
      opening: tx.opening,
    };
  };
  const transaction: Database['transaction'] = (work) =>
    database.transaction((tx) => work(between(tx)));
  return Object.create(database, { transaction: { value: transaction } }) as Database;
}

describe('a report', () => {
  it('has rows that add up to its total, whatever happens while it is read', async () => {
    for (const unit of ['north', 'south', null]) await given(unit);
    const query = reportQuery.parse({ by: 'unit' });
    const { totals, rows } = await runReport(
      busy(() => given('north')),
      'volume',
      query,
      now,
    );
    const sum = rows.reduce((all, { received }) => all + Number(received), 0);
    expect(totals['received']).toBe(sum);
  });

  it('counts groups as one under the name of the first', async () => {
    await given('harbour');
    const one = await runReport(database, 'volume', reportQuery.parse({ by: 'unit' }), now);
    const rolled = reportQuery.parse({ by: 'unit', rollup: 'south,harbour' });
    const { totals, rows } = await runReport(database, 'volume', rolled, now);
    expect(totals).toEqual(one.totals);
    const received = new Map(one.rows.map((row) => [row.group, Number(row['received'])]));
    expect(rows.map(({ group }) => group)).toEqual(['', 'north', 'south']);
    expect(rows.at(-1)?.['received']).toBe(received.get('south')! + received.get('harbour')!);
  });

  it('of a backlog has the ages of what is open, the youngest first', async () => {
    const day = 86_400_000;
    for (const days of [0, 2, 35]) await given('east', now - days * day);
    const query = reportQuery.parse({ by: 'age', unit: 'east' });
    const { totals, rows } = await runReport(database, 'backlog', query, now);
    expect(rows.map(({ group, open }) => [group, open])).toEqual([
      ['under-1-day', 1],
      ['1-to-3-days', 1],
      ['over-30-days', 1],
    ]);
    expect(totals).toMatchObject({ secondsOldest: 35 * 86_400, secondsMedianAge: 2 * 86_400 });
  });

  it('counts a case once in the total that several rows have, and says that they overlap', async () => {
    const id = newId(Date.now());
    for (const [at, unit] of ['north', 'south'].entries()) {
      await database.query(
        `insert into handling_facts (handling_id, case_id, at, seconds, cost, is_over_target, is_over_limit, unit)
         values ($1, $2, $3, 60, $4, false, false, $5)`,
        [newId(Date.now()), id, at, unit === 'north' ? 3 : null, unit],
      );
    }
    const query = reportQuery.parse({ by: 'unit' });
    const { totals, rows, overlaps } = await runReport(database, 'handling', query, now);
    expect(rows.map(({ group, handled }) => [group, handled])).toEqual([
      ['north', 1],
      ['south', 1],
    ]);
    expect([totals['handled'], overlaps]).toEqual([1, true]);
    const costs = rows.map(({ withCost, withoutCost, costPerCase }) => [
      ...[withCost, withoutCost, costPerCase],
    ]);
    expect(costs).toEqual([
      [1, 0, 3],
      [0, 1, null],
    ]);
    expect(await runReport(database, 'volume', query, now)).toMatchObject({ overlaps: false });
  });

  it('refuses a grouping that it does not know', async () => {
    for (const by of ['age', 'clock']) {
      const query = reportQuery.parse({ by });
      await expect(runReport(database, 'volume', query, now)).rejects.toMatchObject({
        slug: 'validation',
      });
    }
  });
});
