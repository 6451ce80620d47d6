import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createTestDatabase, waitFor } from '#testing';
import { createClock, createLogger, openDatabase, type Database, type Tx } from '#platform';
import { rawUnit as raw, record, seen, unitDefined } from '../../test-support/transport-rig.js';
import { consumerMigrations } from '../store/consumer-migrations.js';
import type { StoredEvent } from '../store/stored-event.js';
import { decodeArrival } from './arrival.js';
import { BatchProcessor, type Progress } from './batch-processor.js';
import { recordArrivals } from './inbox.js';
import { parkEvents } from './setting-aside.js';

let url: string;
let drop: () => Promise<void>;
let databases: Database[];
beforeEach(async () => {
  ({ url, drop } = await createTestDatabase());
  databases = [];
});
afterEach(async () => {
  await closeAll();
  await drop();
});

async function open(): Promise<Database> {
  const database = await openDatabase({
    url,
    schema: 'escalation',
    migrations: [...consumerMigrations(), { name: '0009-seen', sql: seen }],
    applicationName: 'test',
  });
  databases.push(database);
  return database;
}

async function closeAll(): Promise<void> {
  for (const database of databases.splice(0)) await database.close();
}

/** As on Kafka: nothing but the inbox stands between two consumers that believe they own a partition. */
const progress: Progress = {
  begin: () => Promise.resolve(),
  advance: () => Promise.resolve(),
};
const handlers = new Map([[unitDefined, { kind: 'effect' as const, handle: record }]]);
const logger = createLogger('test', { level: 'silent' });
const clock = createClock();
const processorOn = (database: Database) =>
  new BatchProcessor({ database, clock, logger, handlers, signal: new AbortController().signal });

it('runs into no deadlock when two consumers get the same events in opposite order [lock-order]', async () => {
  const [one, two] = [await open(), await open()];
  for (let round = 0; round < 12; round += 1) {
    const events = Array.from({ length: 500 }, (_, index) => raw(`${round}-${index}`));
    await Promise.all([
      processorOn(one).process(events, progress),
      processorOn(two).process([...events].reverse(), progress),
    ]);
  }
  const counted = await one.query(`select count(*) as n, count(distinct event_id) as d from seen`);
  expect(counted).toEqual([{ n: 6_000, d: 6_000 }]);
  // A backend reports its statistics at the latest when it ends.
  await closeAll();
  const observer = await open();
  await waitFor(
    async () =>
      (
        await observer.query(
          `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
        )
      ).length === 0,
  );
  const [{ deadlocks } = { deadlocks: -1 }] = await observer.query<{ deadlocks: number }>(
    `select deadlocks from pg_stat_database where datname = current_database()`,
  );
  expect(deadlocks).toBe(0);
});

it('queues an event behind one of its key that a rival is just parking [parking]', async () => {
  const [rival, late] = [await open(), await open()];
  const [first, second] = [raw('a', 1), raw('a', 2)];
  let handling: Promise<void> | undefined;
  await rival.transaction(async (tx) => {
    const arrival = decodeArrival(first, () => true)!;
    await recordArrivals(tx, [{ arrival, outcome: 'parked' }], 1);
    await parkEvents(tx, [{ raw: first, reason: 'handler-failed', detail: 'away' }], 1, undefined);
    handling = processorOn(late).process([first, second], progress);
    await waitFor(
      async () =>
        (
          await rival.query(
            `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          )
        ).length > 0,
      { describe: 'the other consumer to wait', timeoutMs: 4_000 },
    );
  });
  await handling;
  expect(await late.query(`select key from seen`)).toEqual([]);
  expect(await late.query(`select event_id from parked order by number`)).toEqual([
    { event_id: first.id },
    { event_id: second.id },
  ]);
  expect(await late.query(`select distinct outcome from inbox`)).toEqual([{ outcome: 'parked' }]);
});

it.each([
  [undefined, 'the new events, since it may have effects', [['a'], ['b']]],
  [true, 'all that arrived, since it only loads', [['a'], ['a', 'b']]],
])('begins a scope with onlyLoads %s for %s', async (onlyLoads, _what, expected) => {
  const database = await open();
  const begun: string[][] = [];
  const scopes = {
    onlyLoads,
    begin: (_tx: Tx, events: StoredEvent[]) => {
      begun.push(events.map(({ key }) => key));
      return Promise.resolve(undefined);
    },
    flush: () => undefined,
  };
  const signal = new AbortController().signal;
  const processor = new BatchProcessor({ database, clock, logger, handlers, scopes, signal });
  const [first, second] = [raw('a'), raw('b')];
  await processor.process([first], progress);
  await processor.process([first, second], progress);
  expect(begun).toEqual(expected);
  expect(await database.query(`select key from seen order by key`)).toEqual([
    { key: 'a' },
    { key: 'b' },
  ]);
});

it('begins a transaction for what nobody handles only where the place is kept in it', async () => {
  const database = await open();
  let begun = 0;
  const counted = {
    ...database,
    transaction: <T>(work: (tx: Tx) => Promise<T>) => {
      begun += 1;
      return database.transaction(work);
    },
  };
  const others = [{ ...raw('a'), type: 'clearline.case.closed.v2' }];
  await processorOn(counted).process(others, { ...progress, isElsewhere: true });
  expect(begun).toBe(0);
  await processorOn(counted).process(others, progress);
  expect(begun).toBe(1);
});
