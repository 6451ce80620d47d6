import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import pg from 'pg';
import type { Product } from '../../cli/test/start-product.js';
import { simulateHotline } from '../../cli/src/simulate/simulate-hotline.js';
import { findLeaks } from './find-leaks.js';
import { personalTexts } from './personal-texts.js';
import { badPersonalInputs, personalDraft, personalParty, secrets } from './personal-inputs.js';
import { nameParty, reported } from './redaction-steps.js';

export interface RedactionRig {
  product: Product;
  databaseUrl: string;
  stop(): Promise<void>;
}
const dayMs = 86_400_000;

/** Where readable personal data belongs: rows that only intake and escalation read, emptied at erasure. */
const readable = [
  'intake.customers',
  'intake.complaints',
  'intake.callbacks',
  'intake.surveys',
  'intake.complaint_changes',
  'intake.questions',
  'intake.party_phones',
  'escalation.case_texts',
];

/** Plays a hotline through `clearline simulate`, then looks for its people's data wherever it must not be. */
export function redactionSuite(
  engine: string,
  start: () => Promise<RedactionRig>,
  more?: (rig: () => RedactionRig, texts: readonly string[]) => void,
): void {
  let rig: RedactionRig;
  let database: pg.Client;
  let simulated: string;
  const from = new Date(Date.now() - 20 * dayMs).toISOString();
  // A whole week: how many call depends on the day of the week.
  const days = 7;
  const plan = { seed: 23, from: Date.parse(from), days, perDay: 9 };
  const actions = [...simulateHotline(plan)];
  const texts = [...personalTexts(actions), ...secrets];
  /** What callers said: all of it stands, readable, in the rows that intake keeps. */
  const statements = actions
    .flatMap((action) => (action.kind === 'complaints' ? action.items : []))
    .map(({ body }) => String(body['statement']));

  beforeAll(async () => {
    rig = await start();
    const args = `simulate --seed ${plan.seed} --from ${from} --days ${days} --per-day ${plan.perDay} --json`;
    const { url, token } = rig.product;
    const login = ['--url', url, '--token', token];
    const { code, stdout, stderr } = await rig.product.run([...args.split(' '), ...login]);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    simulated = stdout + stderr;
    await reported(rig.product);
    database = new pg.Client(rig.databaseUrl);
    await database.connect();
  }, 540_000);
  afterAll(async () => {
    await database?.end();
    await rig?.stop();
  }, 180_000);

  const tables = async () => {
    const { rows } = await database.query<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('information_schema', 'pg_catalog')
        order by 1`,
    );
    return rows.map(({ name }) => name);
  };
  /** Every value of a table as text; bytes too, as what they say. */
  const textOf = async (table: string) => {
    const { rows } = await database.query<unknown[]>({
      text: `select * from ${table}`,
      rowMode: 'array',
    });
    const told = (value: unknown) =>
      Buffer.isBuffer(value) ? value.toString('utf8') : JSON.stringify(value);
    return rows.map((row) => row.map(told).join(' ')).join('\n');
  };

  describe(`personal data on ${engine}`, () => {
    it('reached the product, and the scan finds it where it belongs', async () => {
      const held = (await Promise.all(readable.map(textOf))).join('\n');
      expect(texts.length).toBeGreaterThan(100);
      expect(statements.length).toBeGreaterThan(plan.perDay);
      expect(texts).toEqual(expect.arrayContaining(statements));
      expect(statements.filter((text) => findLeaks('', held, [text]).length === 0)).toEqual([]);
      expect(await tables()).toEqual(expect.arrayContaining(readable));
    });

    it('is in no answer that refuses a request', async () => {
      for (const { path, method = 'POST', body } of badPersonalInputs) {
        const answer = await rig.product.call(method, path, body);
        expect(answer['type']).toMatch(/^urn:clearline:problem:/);
        expect(findLeaks(path, JSON.stringify(answer), texts)).toEqual([]);
      }
    });

    it('is in no other table: no event, draft, dead letter, parked event, alert, signal or report', async () => {
      await rig.product.call('PUT', '/api/v1/intake-draft', personalDraft);
      expect(await textOf('intake.complaint_drafts')).toContain(personalDraft.key);
      await nameParty(rig.product);
      await waitFor(
        async () => (await textOf('intake.party_phones')).includes(personalParty.phone),
        { describe: 'the phone of the party' },
      );
      const others = (await tables()).filter((table) => !readable.includes(table));
      expect(others).toEqual(
        expect.arrayContaining([
          'intake.events',
          'escalation.events',
          'signals.events',
          'escalation.dead_letters',
          'escalation.parked',
          'reporting.case_facts',
        ]),
      );
      const leaks: string[] = [];
      for (const table of others) leaks.push(...findLeaks(table, await textOf(table), texts));
      expect(leaks).toEqual([]);
    });

    it.each([
      ['/metrics', /^clearline_/m],
      ['/health/ready', /"ready":true/],
      ['/api/v1/dlq', /"items"/],
      ['/api/v1/parked', /"items"/],
      ['/api/v1/audit', /"actions"/],
      ['/api/v1/tasks', /"items"/],
      ['/api/v1/alerts?limit=200', /"items":\[\{/],
      ['/api/v1/cases?limit=200', /"items":\[\{/],
      ['/api/v1/reports/churn', /"report":"churn"/],
    ])('is not in %s', async (path, told) => {
      const headers = { authorization: `Bearer ${rig.product.token}` };
      const response = await fetch(new URL(path, rig.product.url), { headers });
      const content = await response.text();
      expect(response.status).toBe(200);
      expect(content).toMatch(told);
      expect(findLeaks(path, content, texts)).toEqual([]);
    });

    more?.(() => rig, texts);

    it('is in no line that the product or the command line printed', () => {
      const printed = rig.product.printed();
      // Debugging names every request: the product did log what it did.
      expect(printed).toContain('/api/v1/complaints');
      expect(findLeaks('log', printed, texts)).toEqual([]);
      expect(findLeaks('simulate', simulated, texts)).toEqual([]);
    });
  });
}
