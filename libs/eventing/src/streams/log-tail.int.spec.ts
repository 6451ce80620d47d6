import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createLogger, openDatabase } from '#platform';
import type { Database } from '#platform';
import { createTestDatabase, waitFor } from '#testing';
import type { TestDatabase } from '#testing';
import { LogSignal } from '../consume/log-signal.js';
import { emptyStream, unitEvent } from '../../test-support/transport-rig.js';
import { EventStore } from '../store/event-store.js';
import { eventStoreMigrations } from '../store/store-migrations.js';
import { startOfLog } from '../store/read-log.js';
import { LogTail } from './log-tail.js';

const schema = 'intake';
const signal = new LogSignal();
const store = new EventStore({ schema, source: 'urn:test', clock: { now: () => 1 }, signal });
let server: TestDatabase;
let database: Database;
/** Beside other replicas, or where nobody else writes. */
const places = ['beside', 'alone'] as const;
const moves = { beside: 0, alone: 0 };
const tails: LogTail[] = [];
const stops: (() => void)[] = [];

beforeAll(async () => {
  server = await createTestDatabase();
  const migrations = eventStoreMigrations();
  database = await openDatabase({
    ...{ url: server.url, schema, migrations },
    applicationName: 'test',
  });
  const logger = createLogger('test', { level: 'error' });
  for (const place of places) {
    const tail = new LogTail({ database, schema, signal, isAlone: place === 'alone', logger });
    stops.push(tail.follow(() => (moves[place] += 1)));
    tails.push(tail);
  }
  // Each has found where the log ends.
  await movedSince({ beside: 0, alone: 0 });
});
afterAll(async () => {
  for (const stop of stops) stop();
  await database.close();
  await server.drop();
});

const append = (stream: string, by = store) =>
  database.transaction(async (tx) =>
    by.append(tx, [{ head: emptyStream(stream), events: [unitEvent(stream, 1)] }]),
  );
const movedSince = (before: typeof moves) =>
  waitFor(() => places.every((place) => moves[place] > before[place]), {
    timeoutMs: 10_000,
    describe: 'the end of the log to move',
  });

it('tells of what is written elsewhere, without being told itself', async () => {
  const before = { ...moves };
  const elsewhere = new EventStore({ schema, source: 'urn:test', clock: { now: () => 1 } });
  await append('a', elsewhere);
  await movedSince(before);
});

it('is told of what this process appends', async () => {
  let told = 0;
  const stopListening = signal.onFired(schema, () => (told += 1));
  const before = { ...moves };
  await append('c');
  expect(told).toBe(1);
  await movedSince(before);
  stopListening();
});

it('tells of what becomes readable once a transaction beside it has ended', async () => {
  const { release, ended } = await openTransaction();
  const before = { ...moves };
  await append('b');
  const hidden = await database.query(
    `select 1 from events where stream = 'b' and tx < readable_before()`,
  );
  expect([hidden, moves]).toEqual([[], before]);
  release();
  await ended;
  await movedSince(before);
});

it('gives what comes after a cursor in order, as the log does, each event once for all who ask', async () => {
  await append('d');
  await append('e');
  for (const tail of tails) {
    await waitFor(async () => (await whole(tail)).at(-1)?.stream === 'e');
    const all = await whole(tail);
    const streams = all.map(({ stream }) => stream);
    expect(streams).toEqual(['a', 'c', 'b', 'd', 'e']);
    // What came before it began it does not hold: that is read anew for each who asks.
    const [, , , behind] = all;
    const [one] = await tail.after(behind!.cursor);
    expect(one?.stream).toBe('e');
    expect((await tail.after(behind!.cursor))[0]).toBe(one);
    expect(await tail.after(one!.cursor)).toEqual([]);
  }
});

it('begins anew at the present when nobody has followed for a while', async () => {
  let told = 0;
  const logger = createLogger('test', { level: 'error' });
  const tail = new LogTail({ database, schema, signal, isAlone: true, logger });
  tail.follow(() => undefined)();
  await append('f');
  const stop = tail.follow(() => (told += 1));
  await waitFor(async () => (await whole(tail)).at(-1)?.stream === 'f');
  await append('g');
  await waitFor(() => told > 0, { describe: 'the tail to move' });
  expect((await whole(tail)).slice(-2).map(({ stream }) => stream)).toEqual(['f', 'g']);
  stop();
});

it('does not pass for read while the log can not be', async () => {
  const own = await openDatabase({
    url: server.url,
    schema,
    migrations: [],
    applicationName: 'own',
  });
  const logger = createLogger('test', { level: 'error' });
  const tail = new LogTail({ database: own, schema, signal, isAlone: true, logger });
  let told = 0;
  const stop = tail.follow(() => (told += 1));
  await waitFor(() => told > 0, { describe: 'the tail to know its place' });
  const [last] = (await whole(tail)).slice(-1);
  expect(await tail.after(last!.cursor)).toEqual([]);
  const before = told;
  await own.close();
  await append('h');
  await waitFor(() => told > before, { describe: 'the streams to be told' });
  await expect(tail.after(last!.cursor)).rejects.toThrow();
  stop();
});

/** As a stream reads: on until there is no more. */
async function whole(tail: LogTail) {
  const all = [];
  for (let cursor = startOfLog; ;) {
    const events = await tail.after(cursor);
    if (events.length === 0) return all;
    all.push(...events);
    cursor = events.at(-1)!.cursor;
  }
}

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
