import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId, openDatabase } from '#platform';
import type { Database } from '#platform';
import { createTestDatabase } from '#testing';
import type { TestDatabase } from '#testing';
import { EventStore } from './event-store.js';
import { chainHash } from './hash-chain.js';
import { eventStoreMigrations } from './store-migrations.js';

let server: TestDatabase;
let database: Database;

beforeAll(async () => {
  server = await createTestDatabase();
  database = await openDatabase({
    url: server.url,
    schema: 'intake',
    migrations: eventStoreMigrations(),
    applicationName: 'test',
  });
});

afterAll(async () => {
  await database.close();
  await server.drop();
});

it('keeps the exact text that it hashed, whatever characters it holds', async () => {
  const store = new EventStore({ schema: 'intake', source: 'urn:test', clock: { now: () => 7 } });
  const odd = fc.constantFrom('\u0000', '\ud800', '"', '\\', '\n', '投诉', '\u2028', '\\u0000');
  const text = fc
    .array(fc.oneof(fc.string({ unit: 'binary' }), odd))
    .map((parts) => parts.join(''));
  const data = fc.dictionary(text, fc.oneof(text, fc.double(), fc.array(text)));
  await fc.assert(
    fc.asyncProperty(data, text, async (body, note) => {
      const stream = newId(7);
      const bodies = [body, { note }, body];
      const events = bodies.map((each) => ({
        ...{ id: newId(7), type: 't', topic: 'x', key: stream, occurredAt: 5 },
        data: each,
        headers: { note },
      }));
      const { heads } = await database.transaction(async (tx) =>
        store.append(tx, [{ head: { stream, version: 0, hash: '' }, events }]),
      );
      const rows = await database.query<{ data: string; headers: string; hash: string }>(
        `select data, headers, hash from events where stream = $1 order by sequence`,
        [stream],
      );
      let hash = '';
      const expected = events.map((event, index) => {
        const dataText = JSON.stringify(event.data);
        const headersText = JSON.stringify(event.headers);
        const { data: _data, headers: _headers, ...fields } = event;
        hash = chainHash(hash, {
          ...{ ...fields, source: 'urn:test', stream, sequence: index + 1 },
          ...{ headersText, dataText, recordedAt: 7 },
        });
        return { data: dataText, headers: headersText, hash };
      });
      expect(rows).toEqual(expected);
      expect(heads[0]!.hash).toBe(hash);
    }),
    { numRuns: 100 },
  );
});
