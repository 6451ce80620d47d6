import { randomBytes } from 'node:crypto';
import {
  EventStore,
  eventStoreMigrations,
  LogSignal,
  Precedence,
  type StoredEvent,
} from '#eventing';
import { createLogger, openDatabase, PersonalDataKeys, type Clock, type Database } from '#platform';
import { defineUnclassified } from '../src/organisation/define-unclassified.js';
import { CaseNumbers } from '../src/filing/case-numbers.js';
import { CoalescedWriter } from '../src/filing/coalesced-writer.js';
import { intakeMigrations } from '../src/migrations.js';

/** The layers keep `#testing` to specs, which hand in the database and the clock they made with it. */
export interface TestIntakeOptions<C extends Clock> {
  database: { url: string; drop(): Promise<void> };
  clock: C;
}
export interface TestIntake<C extends Clock> {
  database: Database;
  events: EventStore;
  keys: PersonalDataKeys;
  signal: LogSignal;
  clock: C;
  writer: CoalescedWriter;
  /** Events of a type in the order of the log. */
  eventsOf<D>(type: string): Promise<StoredEvent<D>[]>;
  close(): Promise<void>;
}

/** Intake's parts on a database of its own, without the HTTP edge. */
export async function openTestIntake<C extends Clock>({
  database: testDatabase,
  clock,
}: TestIntakeOptions<C>): Promise<TestIntake<C>> {
  const database = await openDatabase({
    url: testDatabase.url,
    schema: 'intake',
    migrations: [...eventStoreMigrations(), ...intakeMigrations],
    applicationName: 'intake-test',
  });
  const keys = new PersonalDataKeys({ masterKey: randomBytes(32), clock });
  await keys.prepare(database);
  const signal = new LogSignal();
  const events = new EventStore({
    ...{ schema: 'intake', source: 'urn:clearline:intake' },
    ...{ clock, signal },
  });
  await defineUnclassified({ database, events, clock });
  const numbers = new CaseNumbers(database);
  const logger = createLogger('intake', { level: 'silent' });
  const precedence = new Precedence();
  const runtime = { database, clock, precedence, logger };
  return {
    database,
    events,
    keys,
    signal,
    clock,
    writer: new CoalescedWriter({ events, keys, numbers }, runtime),
    async eventsOf<D>(type: string) {
      const rows = await database.query<StoredEvent & { data: string; headers: string }>(
        `SELECT *, occurred_at::float8 AS "occurredAt" FROM events WHERE type = $1
         ORDER BY epoch, tx, position`,
        [type],
      );
      return rows.map((row) => ({
        ...row,
        data: JSON.parse(row.data) as D,
        headers: JSON.parse(row.headers) as Record<string, string>,
      }));
    },
    async close() {
      await database.close();
      await testDatabase.drop();
    },
  };
}
