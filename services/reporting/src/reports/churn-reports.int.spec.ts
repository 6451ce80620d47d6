import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportCasesQuery } from '#contracts';
import { newId, openDatabase } from '#platform';
import type { Database, Queries } from '#platform';
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

const query = reportCasesQuery.parse({ figure: 'watch', limit: 2 });

/** What somebody reads of the reasons: the last rise of this case, with what each weighed where that is known. */
async function weigh(caseId: string, weights: number[]): Promise<void> {
  await database.query('update churn_facts set weights = $2 where case_id = $1', [
    caseId,
    JSON.stringify(weights),
  ]);
}

/** A case whose customer's level rose as often as it has factors, once each. */
async function given(number: string, factors: string[]): Promise<string> {
  const [caseId, customerId] = [newId(Date.now()), newId(Date.now())];
  await database.query(
    `insert into case_facts (case_id, number, category, channel, severity, tier, received_at, stage, status)
     values ($1, $2, 'unclassified', 'phone', 'normal', 'standard', 0, 'control', 'open')`,
    [caseId, number],
  );
  for (const [at, factor] of factors.entries()) {
    await database.query(
      `insert into churn_facts (event_id, customer_id, case_id, at, level, previous, score, is_rise, factors)
       values ($1, $2, $3, $4, 'watch', 'none', 0.4, true, $5)`,
      [newId(Date.now()), customerId, caseId, at, JSON.stringify([factor])],
    );
  }
  return caseId;
}

describe('the cases of a churn report', () => {
  it('come in pages, each with its last rise', async () => {
    const one = await given('1', ['threat-leave', 'valued-customer']);
    const two = await given('2', ['threat-leave']);
    const three = await given('3', ['valued-customer']);
    const listed = (caseId: string, factor: string) =>
      expect.objectContaining({
        caseId,
        churn: { level: 'watch', since: expect.any(String), score: 0.4, factors: [factor] },
      });
    const first = await listFigureCases(database, 'churn', query, 0);
    expect(first).toEqual({
      items: [listed(one, 'valued-customer'), listed(two, 'threat-leave')],
      next: two,
    });
    const rest = await listFigureCases(database, 'churn', { ...query, cursor: first.next! }, 0);
    expect(rest).toEqual({ items: [listed(three, 'valued-customer')], next: null });
  });

  it('say what each reason weighed, where that was kept', async () => {
    const caseId = await given('6', ['threat-leave']);
    await weigh(caseId, [0.43]);
    for (const report of ['churn', 'churn-levels']) {
      const { items } = await listFigureCases(database, report, { ...query, limit: 9 }, 0);
      const told = items.find((item) => item.caseId === caseId);
      expect(told?.churn).toMatchObject({ factors: ['threat-leave'], weights: [0.43] });
    }
    const asked = { ...query, limit: 9 };
    const { items } = await listFigureCases(database, 'churn', asked, 0);
    expect(await countFigureCases(database, 'churn', asked, 0)).toBe(items.length);
  });

  it('look their last rise up by index, for those of the page alone', async () => {
    const plan = await database.transaction(async (tx) => {
      await tx.query('set local enable_seqscan = off');
      let explained: unknown;
      const explaining: Queries = {
        async query(sql, values) {
          explained = await tx.query(`explain ${sql}`, values);
          return [];
        },
      };
      await listFigureCases(explaining, 'churn', query, 0);
      return JSON.stringify(explained);
    });
    expect(plan).toMatch(/Limit.*churn_facts_change/);
  });

  it('of levels have who fell last by the place in the stream, at one instant, and from what score', async () => {
    const caseId = await given('4', []);
    const customerId = newId(Date.now());
    const changes = [
      { sequence: 2, level: 'watch', isRise: false },
      { sequence: 1, level: 'warning', isRise: true },
    ];
    for (const { sequence, level, isRise } of changes) {
      await database.query(
        `insert into churn_facts (event_id, customer_id, case_id, at, level, previous, score, is_rise, factors, sequence)
         values ($1, $2, $3, 1000, $4, 'none', $5, $6, $7, $8)`,
        [
          ...[newId(Date.now()), customerId, caseId, level, isRise ? 0.935 : 0.4, isRise],
          ...[isRise ? '["reopened"]' : '[]', sequence],
        ],
      );
    }
    const { items } = await listFigureCases(database, 'churn-levels', { ...query, limit: 9 }, 0);
    expect(items.filter((item) => item.caseId === caseId)).toEqual([
      expect.objectContaining({
        churn: {
          level: 'watch',
          since: '1970-01-01T00:00:01.000Z',
          score: 0.4,
          factors: ['reopened'],
          rise: { score: 0.935, since: '1970-01-01T00:00:01.000Z' },
        },
      }),
    ]);
    const warned = { ...query, figure: 'warning' };
    expect((await listFigureCases(database, 'churn-levels', warned, 0)).items).toEqual([]);
    // Why somebody is at a level is what they rose for.
    const why = { ...query, figure: 'reopened', limit: 9 };
    const { items: reasoned } = await listFigureCases(database, 'churn-level-factors', why, 0);
    expect(reasoned.map((item) => item.caseId)).toEqual([caseId]);
    expect(await countFigureCases(database, 'churn-level-factors', why, 0)).toBe(1);
  });

  it('have the last of several rises of one instant, and no fall that came before it', async () => {
    const caseId = await given('5', []);
    const customerId = newId(Date.now());
    const changes = [
      { sequence: 1, level: 'none', isRise: false, factors: [] },
      { sequence: 2, level: 'watch', isRise: true, factors: ['threat-media'] },
      {
        sequence: 3,
        level: 'warning',
        isRise: true,
        factors: ['threat-media', 'threat-regulator'],
      },
    ];
    for (const { sequence, level, isRise, factors } of changes) {
      await database.query(
        `insert into churn_facts (event_id, customer_id, case_id, at, level, previous, score, is_rise, factors, sequence)
         values ($1, $2, $3, 1000, $4, 'none', 0.4, $5, $6, $7)`,
        [newId(Date.now()), customerId, caseId, level, isRise, JSON.stringify(factors), sequence],
      );
    }
    const of = async (figure: string) => {
      const { items } = await listFigureCases(database, 'churn', { ...query, figure, limit: 9 }, 0);
      return items.filter((item) => item.caseId === caseId).map(({ churn }) => churn);
    };
    const last = { level: 'warning', since: '1970-01-01T00:00:01.000Z', score: 0.4 };
    const factors = ['threat-media', 'threat-regulator'];
    expect(await of('watch')).toEqual([{ ...last, factors }]);
    expect(await of('warning')).toEqual([{ ...last, factors }]);
    expect(await of('cleared')).toEqual([]);
  });
});
