import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform';
import { createTestDatabase, fakeClock, type FakeClock } from '#testing';
import { complaint, draftsOf, form, isStale, keyOf, none } from '../../test/drafts-of.js';
import { openTestIntake, type TestIntake } from '../../test/open-test-intake.js';
import { dropDraft, forgetOldDrafts } from './draft-rows.js';

const dayMs = 86_400_000;

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

describe('the draft of a complaint', () => {
  it('is there again as it was typed, for its writer alone, and cannot be read in the table', async () => {
    const writer = someone();
    expect(await read(writer)).toEqual(none);
    const version = await save(writer, 0);
    const savedAt = new Date(intake.clock.now()).toISOString();
    expect(await read(writer)).toEqual({ version, draft: { key: keyOf(writer), form, savedAt } });
    expect(await read(someone())).toEqual(none);
    const rows = await intake.database.query('SELECT * FROM complaint_drafts');
    expect(JSON.stringify(rows)).not.toMatch(/秘密|海港路|139 0000/);
  });

  it('is replaced by who names its version, and by nobody else', async () => {
    const writer = someone();
    const first = await save(writer, 0);
    const second = await save(writer, first, { statement: '一' });
    expect(second).toBeGreaterThan(first);
    await expect(save(writer, first, { statement: '二' })).rejects.toMatchObject(isStale(second));
    await expect(save(writer, 0)).rejects.toMatchObject(isStale(second));
    expect(await read(writer)).toMatchObject({
      version: second,
      draft: { form: { statement: '一' } },
    });
  });

  it('is kept once of two devices that save at the same time', async () => {
    const writer = someone();
    const version = await save(writer, 0);
    const both = await Promise.allSettled(
      ['一', '二'].map((statement) => save(writer, version, { statement })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is thrown away in the version that was read; what is gone may be thrown away again', async () => {
    const writer = someone();
    const first = await save(writer, 0);
    const second = await save(writer, first);
    await expect(dropDraft(intake.database, writer, first)).rejects.toMatchObject(isStale(second));
    await dropDraft(intake.database, writer, second);
    await dropDraft(intake.database, writer, second);
    expect(await read(writer)).toEqual(none);
  });

  it('never has a version again that one before it had', async () => {
    const writer = someone();
    const first = await save(writer, 0);
    await dropDraft(intake.database, writer, first);
    intake.clock.advance(1);
    const anew = await save(writer, 0);
    expect(anew).toBeGreaterThan(first);
    await expect(save(writer, first)).rejects.toMatchObject(isStale(anew));
  });

  it('ends with the complaint that is filed under its key, and stays where that is refused', async () => {
    const writer = someone();
    await save(writer, 0);
    const key = keyOf(writer);
    expect(await file({ ...complaint, category: 'nonsense' }, writer, key)).toBe(422);
    expect(await file(complaint, writer, 'another key')).toBe(201);
    expect(await file(complaint, someone(), key)).toBe(201);
    expect((await read(writer)).draft?.key).toBe(key);
    expect(await file(complaint, writer, key)).toBe(201);
    expect(await read(writer)).toEqual(none);
  });

  it.each([
    ['chosen', (customerId: string) => ({ customerId })],
    ['told by their phone', () => ({ phone: '+86 139-7777-0001' })],
  ])('goes with a customer who is erased, where they are %s', async (_how, naming) => {
    const writer = someone();
    await file(complaint, someone(), someone());
    const customerId = await findOuyang();
    await save(writer, 0, naming(customerId));
    await intake.database.transaction((tx) => intake.keys.erase(tx, customerId));
    expect(await read(writer)).toEqual(none);
    const rows = await intake.database.query(
      'SELECT 1 AS one FROM complaint_drafts WHERE writer = $1',
      [writer],
    );
    expect(rows).toEqual([]);
  });

  it('is nothing of a customer who is not there or stays unnamed', async () => {
    const writer = someone();
    const ouyang = await findOuyang();
    const version = await save(writer, 0, { customerId: newId(intake.clock.now()) });
    await save(writer, version, { phone: complaint.customer.phone, isAnonymous: true });
    await intake.database.transaction((tx) => intake.keys.erase(tx, ouyang));
    expect((await read(writer)).draft?.form.isAnonymous).toBe(true);
  });

  it('is kept for seven days after it was changed last', async () => {
    const [old, changed] = [someone(), someone()];
    await save(old, 0);
    const version = await save(changed, 0);
    intake.clock.advance(dayMs);
    await save(changed, version);
    intake.clock.advance(6 * dayMs);
    await forgetOldDrafts(intake.database, intake.clock.now());
    expect((await read(old)).draft).not.toBeNull();
    intake.clock.advance(1);
    await forgetOldDrafts(intake.database, intake.clock.now());
    expect(await read(old)).toEqual(none);
    expect((await read(changed)).draft).not.toBeNull();
  });
});

async function findOuyang(): Promise<string> {
  const [row] = await intake.database.query<{ id: string }>(
    'SELECT id FROM customers WHERE phone = $1',
    [complaint.customer.phone],
  );
  return row!.id;
}
