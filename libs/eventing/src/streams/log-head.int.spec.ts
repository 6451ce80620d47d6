import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createLogger, openDatabase } from '#platform';
import type { Database } from '#platform';
import { createTestDatabase, waitFor } from '#testing';
import type { TestDatabase } from '#testing';
import { emptyStream, unitEvent } from '../../test-support/transport-rig.js';
import { EventStore } from '../store/event-store.js';
import { eventStoreMigrations } from '../store/store-migrations.js';
import { LogHead } from './log-head.js';

const schema = 'intake';
const store = new EventStore({ schema, source: 'urn:test', clock: { now: () => 1 } });
let server: TestDatabase;
let database: Database;
let moves = 0;
let stop: () => void;

beforeAll(async () => {
  server = await createTestDatabase();
  const migrations = eventStoreMigrations();
  database = await openDatabase({
    ...{ url: server.url, schema, migrations },
    applicationName: 'test',
  });
  const head = new LogHead({ database, schema, logger: createLogger('test', { level: 'error' }) });
  stop = head.follow(() => (moves += 1));
});
afterAll(async () => {
  stop();
  await database.close();
  await server.drop();
});

const append = (stream: string) =>
  database.transaction(async (tx) =>
    store.append(tx, [{ head: emptyStream(stream), events: [unitEvent(stream, 1)] }]),
  );
const movedSince = (before: number) =>
  waitFor(() => moves > before, { timeoutMs: 10_000, describe: 'the end of the log to move' });

it('tells of what is written elsewhere, without being told itself', async () => {
  const before = moves;
  await append('a');
  await movedSince(before);
});

it('tells of what becomes readable once a transaction beside it has ended', async () => {
  const { release, ended } = await openTransaction();
  const before = moves;
  await append('b');
  const hidden = await database.query(
    `select 1 from events where stream = 'b' and tx < readable_before()`,
  );
  expect([hidden, moves]).toEqual([[], before]);
  release();
  await ended;
  await movedSince(before);
});

/** One that has its id, and so holds back whatever commits after it. */
async function openTransaction() {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let ended: Promise<void> = Promise.resolve();
  await new Promise<void>((begun) => {
    ended = database.transaction(async (tx) => {
      await tx.query('select pg_current_xact_id()');
      begun();
      await released;
    });
  });
  return { release, ended };
}
