import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { findEmbeddedPostgres } from '#platform';
import { waitFor } from '#testing';
import pg from 'pg';
import { startProduct } from './start-product.js';
import type { Product } from './start-product.js';

interface Verified {
  isClean: boolean;
  logs: { service: string; events: number; unsealed: number }[];
  violations: { rule: string; service: string; at: string; detail: string }[];
}

let product: Product;
let database: pg.Client;
let stream: string;
/** How many events the stream has. */
let length: number;

const verify = async () => {
  const { code, stdout } = await product.run(['audit', 'verify', '--json']);
  return { code, ...(JSON.parse(stdout) as Verified) };
};

beforeAll(async () => {
  product = await startProduct();
  const { caseId } = await product.call('POST', '/api/v1/complaints', {
    channel: 'phone',
    customer: { anonymous: true },
    category: 'unclassified',
    statement: 'the bill is wrong',
  });
  stream = `case-${String(caseId)}`;
  const contact = { channel: 'phone', direction: 'outbound' };
  for (let contacts = 0; contacts < 4; contacts += 1) {
    const path = `/api/v1/cases/${String(caseId)}/commands/record-contact`;
    await waitFor(async () => (await product.call('POST', path, contact))['id'] === caseId);
  }
  database = new pg.Client((await findEmbeddedPostgres(product.env['CLEARLINE_DATA']!))!.url);
  await database.connect();
  await waitFor(
    async () => {
      const { isClean, logs } = await verify();
      return isClean && logs.every(({ unsealed }) => unsealed === 0);
    },
    { timeoutMs: 60_000, describe: 'the seals' },
  );
  const counted = await database.query<{ n: number }>(
    `select count(*)::int as n from escalation.events where stream = $1`,
    [stream],
  );
  length = counted.rows[0]!.n;
  await database.query(`create table public.kept as select * from escalation.events`);
}, 420_000);

afterAll(async () => {
  await database?.end();
  await product?.stop();
}, 180_000);

const tamperings: [how: string, sql: string, named: { at: string; detail: string }[]][] = [
  [
    'altered',
    `update escalation.events set data = replace(data, 'phone', 'email') where stream = $1 and sequence = 2`,
    [{ at: '#2', detail: 'altered' }],
  ],
  [
    'deleted inside its stream',
    `delete from escalation.events where stream = $1 and sequence = 3`,
    [{ at: '#3', detail: 'deleted' }],
  ],
  [
    'cut off with the tail of its stream',
    `delete from escalation.events where stream = $1 and sequence > (select max(sequence) - 2 from escalation.events where stream = $1)`,
    [
      { at: '#{length - 1}', detail: 'truncated' },
      { at: '#{length}', detail: 'truncated' },
    ],
  ],
  [
    'gone with its whole stream',
    `delete from escalation.events where stream = $1`,
    [{ at: '#all', detail: 'stream-removed' }],
  ],
  [
    'inserted',
    `insert into escalation.events overriding system value
     select (json_populate_record(e, json_build_object('sequence', (select max(sequence) + 1 from escalation.events where stream = $1), 'id', gen_random_uuid()))).*
       from escalation.events e where stream = $1 and sequence = 2`,
    [{ at: '#{length + 1}', detail: 'inserted' }],
  ],
];

/** `#{length + 1}` stands for the sequence after the stream's last one. */
const placeOf = (at: string) =>
  at.replace(/\{length(?: ([+-]) 1)?\}/, (_, sign?: string) =>
    String(length + (sign === '+' ? 1 : sign === '-' ? -1 : 0)),
  );

it.each(tamperings)(
  'names the very spot of an event that was %s',
  async (_how, sql, named) => {
    const { rowCount } = await database.query(sql, [stream]);
    expect(rowCount).toBeGreaterThan(0);
    try {
      const { code, isClean, violations } = await verify();
      const tampered = violations.filter(({ rule }) => rule === 'untampered');
      expect({ code, isClean }).toEqual({ code: 1, isClean: false });
      expect(tampered).toMatchObject(
        named.map(({ at, detail }) => ({
          service: 'escalation',
          at: `${stream}${placeOf(at)}`,
          detail: expect.stringMatching(new RegExp(`^${detail}`)),
        })),
      );
      expect(tampered).toHaveLength(named.length);
    } finally {
      await database.query(`delete from escalation.events`);
      await database.query(
        `insert into escalation.events overriding system value select * from public.kept`,
      );
    }
    expect(await verify()).toMatchObject({ code: 0, isClean: true });
  },
  60_000,
);

it.each([
  ['shown_to', 'unit:north'],
  ['kept_from', 'a-001'],
])('names a case whose row is shown to others than its events say: %s', async (column, key) => {
  const write = (keys: string[] | null) =>
    database.query(`update escalation.cases set ${column} = $2::text[] where 'case-' || id = $1`, [
      stream,
      keys,
    ]);
  await write([key]);
  const { code, violations } = await verify();
  await write(null);
  expect(code).toBe(1);
  expect(violations).toEqual([
    expect.objectContaining({
      rule: 'state-is-fold',
      at: stream,
      detail: 'its row is shown to others than its state is',
    }),
  ]);
});
