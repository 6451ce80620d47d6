import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase, waitFor } from '#testing';
import { openDatabase, type Database, type Tx } from '#platform';
import { emptyStream, unitEvent } from '../../test-support/transport-rig.js';
import { EventStore } from './event-store.js';
import { readLog } from './read-log.js';
import type { LogCursor } from './stored-event.js';
import { eventStoreMigrations } from './store-migrations.js';

const schema = 'intake';
const store = new EventStore({ schema, source: 'urn:test', clock: { now: () => 1 } });
let server: TestDatabase;
let database: Database;
let neighbour: Database;

beforeAll(async () => {
  server = await createTestDatabase();
  const open = (name: string, poolSize: number) =>
    openDatabase({
      ...{ url: server.url, schema: name, migrations: eventStoreMigrations() },
      ...{ applicationName: 'test', poolSize },
    });
  database = await open(schema, 12);
  neighbour = await open('signals', 2);
});

afterAll(async () => {
  await database.close();
  await neighbour.close();
  await server.drop();
});

const append = (tx: Tx, stream: string) =>
  store.append(tx, [{ head: emptyStream(stream), events: [unitEvent(stream, 1)] }]);
const streamsAfter = async (after?: LogCursor) =>
  (await readLog(database, { schema, after, limit: 500 })).map(({ stream }) => stream);

it('waits for a writer of the log, not for one of another [gap-safe-read]', async () => {
  const other = await begin(neighbour);
  await database.transaction(async (tx) => void append(tx, 'a'));
  expect(await streamsAfter()).toEqual(['a']);

  const writer = await begin(database);
  await database.transaction(async (tx) => void append(tx, 'c'));
  expect(await streamsAfter()).toEqual(['a']);
  await writer.end((tx) => append(tx, 'b'));
  expect(await streamsAfter()).toEqual(['a', 'b', 'c']);
  await other.end();
});

it('waits for all where one snapshot serves a whole transaction', async () => {
  const other = await begin(neighbour);
  await database.transaction(async (tx) => void append(tx, 'd'));
  const seen = await database.withClient(async (client) => {
    await client.query('begin isolation level repeatable read');
    const { rows } = await client.query('select stream from events_after(1, $1, 0, 9)', ['0']);
    await client.query('commit');
    return rows as { stream: string }[];
  });
  expect(seen.map(({ stream }) => stream)).not.toContain('d');
  await other.end();
});

it('refuses to append in a transaction that readers do not know of', async () => {
  const work = database.transaction((tx) => {
    append(Object.create(tx, { opening: { value: [] } }) as Tx, 'e');
    return Promise.resolve();
  });
  await expect(work).rejects.toThrow(TypeError);
});

it('loses nothing of many writers that begin and end in any order [gap-safe-read]', async () => {
  const written = 600;
  const writers = 8;
  let next = 0;
  const [from] = (await readLog(database, { schema, limit: 500 })).slice(-1);
  const write = async () => {
    for (let i = next++; i < written; i = next++) {
      await database.transaction(async (tx) => {
        // Has its id long before it appends, as a consumer that writes its inbox first.
        if (i % 2 === 0) await tx.query('select pg_current_xact_id()');
        for (let turn = 0; turn < i % 5; turn += 1) await tx.query('select 1');
        append(tx, `w${i}`);
      });
    }
  };
  const seen: string[] = [];
  let cursor = from?.cursor;
  const read = async () => {
    const events = await readLog(database, { schema, after: cursor, limit: 50 });
    cursor = events.at(-1)?.cursor ?? cursor;
    seen.push(...events.map(({ stream }) => stream));
    return seen.length >= written;
  };
  await Promise.all([
    ...Array.from({ length: writers }, write),
    waitFor(read, { describe: 'every event', everyMs: 1 }),
  ]);
  expect(new Set(seen).size).toBe(written);
  expect(seen).toHaveLength(written);
});

/** A transaction that has its id and goes on until it is told to end. */
async function begin(where: Database) {
  let go: (work?: (tx: Tx) => unknown) => void = () => undefined;
  const told = new Promise<((tx: Tx) => unknown) | undefined>((resolve) => (go = resolve));
  let ended: Promise<void> = Promise.resolve();
  await new Promise<void>((begun) => {
    ended = where.transaction(async (tx) => {
      await tx.query('select pg_current_xact_id()');
      begun();
      (await told)?.(tx);
    });
  });
  return {
    end: (work?: (tx: Tx) => unknown) => {
      go(work);
      return ended;
    },
  };
}
