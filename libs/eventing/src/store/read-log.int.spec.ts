import { expect, it } from '@jest/globals';
import { createTestDatabase } from '#testing';
import { openDatabase } from '#platform';
import { emptyStream, unitEvent } from '../../test-support/transport-rig.js';
import { StaleVersion } from '../errors.js';
import { EventStore } from './event-store.js';
import { readChunk, readLog } from './read-log.js';
import { eventStoreMigrations } from './store-migrations.js';

it('reads transaction ids in the order of numbers and every event of an earlier epoch', async () => {
  const { url, drop } = await createTestDatabase();
  const database = await openDatabase({
    url,
    schema: 'intake',
    migrations: eventStoreMigrations(),
    applicationName: 'test',
  });
  try {
    const store = new EventStore({ schema: 'intake', source: 'urn:test', clock: { now: () => 1 } });
    const append = (stream: string, sequence: number) =>
      database.transaction(async (tx) =>
        store.append(tx, [{ head: emptyStream(stream), events: [unitEvent(stream, sequence)] }]),
      );
    for (const stream of ['a', 'b', 'c']) await append(stream, 1);
    await expect(append('a', 2)).rejects.toThrow(StaleVersion);
    await database.query(`update events set tx = '10' where stream = 'a'`);
    await database.query(`update events set tx = '9' where stream = 'b'`);
    await database.query(`update events set tx = '9999999999999' where stream = 'c'`);
    const streams = async (limit = 10) =>
      (await readLog(database, { schema: 'intake', limit })).map(({ stream }) => stream);
    expect(await streams()).toEqual(['b', 'a']);
    await database.query(`insert into epochs (epoch) values (2)`);
    expect(await streams()).toEqual(['b', 'a', 'c']);
    const [first] = await readLog(database, { schema: 'intake', limit: 1 });
    const rest = await readLog(database, { schema: 'intake', after: first!.cursor, limit: 5 });
    expect(rest.map(({ stream }) => stream)).toEqual(['a', 'c']);
    // The last one comes even so, to say how far the reader has come.
    const { type } = unitEvent('a', 1);
    const skipped = await readLog(database, { schema: 'intake', limit: 2, skippedTypes: [type] });
    expect(skipped.map(({ stream, body }) => [stream, body])).toEqual([['a', '']]);
    // What was left out is read too: of three, two are not all, and four would be.
    const isTail = async (limit: number) =>
      (await readChunk(database, { schema: 'intake', limit, skippedTypes: [type] })).isTail;
    expect([await isTail(2), await isTail(3), await isTail(4)]).toEqual([false, false, true]);
  } finally {
    await database.close();
    await drop();
  }
});
