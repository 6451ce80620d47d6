import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform';
import type { Queries } from '#platform';
import { createTestDatabase, fakeClock, waitFor, type FakeClock } from '#testing';
import { complaint, draftsOf, form, isStale, keyOf, none } from '../../test/drafts-of.js';
import { openTestIntake, type TestIntake } from '../../test/open-test-intake.js';
import { dropDraft, readDraft, saveDraft } from './draft-rows.js';

const isFiled = { slug: 'idempotency-conflict' };

let intake: TestIntake<FakeClock>;
let { someone, read, save, file } = {} as ReturnType<typeof draftsOf>;
beforeAll(async () => {
  intake = await openTestIntake({
    database: await createTestDatabase(),
    clock: fakeClock('2026-11-28T09:00:00.000Z'),
  });
  ({ someone, read, save, file } = draftsOf(intake));
});
afterAll(() => intake?.close());

describe('the draft of a complaint that was filed', () => {
  it('is not kept again, whichever version a device names', async () => {
    const writer = someone();
    const version = await save(writer, 0);
    expect(await file(complaint, writer, keyOf(writer))).toBe(201);
    await expect(save(writer, version)).rejects.toMatchObject(isFiled);
    await expect(save(writer, 0)).rejects.toMatchObject(isFiled);
    expect(await read(writer)).toEqual(none);
  });

  it('leaves the next draft alone', async () => {
    const writer = someone();
    expect(await file(complaint, writer, 'another key')).toBe(201);
    expect(await file({ ...complaint, category: 'nonsense' }, writer, keyOf(writer))).toBe(422);
    const version = await save(writer, 0);
    await save(writer, version);
    expect(await file(complaint, writer, keyOf(writer))).toBe(201);
  });

  it('ends although it is being kept for the first time while it is filed', async () => {
    const writer = someone();
    const { database, keys, clock } = intake;
    const body = { expectedVersion: 0, key: keyOf(writer), form };
    const filing = await database.transaction(async (tx) => {
      await saveDraft(tx, keys, writer, body, clock.now());
      const filed = file(complaint, writer, keyOf(writer));
      await waitFor(isSomebodyWaiting, { describe: 'the filing to wait for the autosave' });
      return { filed };
    });
    expect(await filing.filed).toBe(201);
    expect(await read(writer)).toEqual(none);
  });
});

describe('the draft of a complaint that is gone', () => {
  it('does not come back from a device that had read it', async () => {
    const writer = someone();
    const version = await save(writer, 0);
    await dropDraft(intake.database, writer, version);
    await expect(save(writer, version)).rejects.toMatchObject(isStale(0));
    expect(await read(writer)).toEqual(none);
  });

  it('is what another device kept while the one of an erased customer was read', async () => {
    const writer = someone();
    expect(await file(complaint, someone(), newId(intake.clock.now()))).toBe(201);
    const version = await save(writer, 0, { phone: complaint.customer.phone });
    await intake.database.query('DELETE FROM keys.customer_keys');
    let isSaved = false;
    const meanwhile: Queries = {
      async query<T>(sql: string, values?: unknown[]) {
        const rows = await intake.database.query<T>(sql, values);
        if (sql.includes('customer_keys') && !isSaved) {
          isSaved = true;
          await save(writer, version, { statement: '停水' });
        }
        return rows;
      },
    };
    const { draft } = await readDraft(meanwhile, intake.keys, writer);
    expect(draft?.form.statement).toBe('停水');
  });
});

async function isSomebodyWaiting(): Promise<boolean> {
  const waiting = await intake.database.query('SELECT 1 AS one FROM pg_locks WHERE NOT granted');
  return waiting.length > 0;
}
