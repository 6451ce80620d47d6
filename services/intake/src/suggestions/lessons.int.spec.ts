import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, fakeClock, type FakeClock } from '#testing';
import { openTestIntake, type TestIntake } from '../../test/open-test-intake.js';
import { splitTerms } from '../domain/suggestions/split-terms.js';
import { suggestCategories } from '../domain/suggestions/suggest-categories.js';
import { readFiling } from '../filing/read-filing.js';
import { Lessons } from './lessons.js';
import { readLearned } from './read-learned.js';

const actor = { kind: 'user' as const, name: 'agent' };
let intake: TestIntake<FakeClock>;
beforeAll(async () => {
  intake = await openTestIntake({
    database: await createTestDatabase(),
    clock: fakeClock('2026-11-23T09:00:00.000Z'),
  });
});
afterAll(() => intake.close());

async function file(statement: string): Promise<string> {
  const customer = { anonymous: true };
  const complaint = { channel: 'phone', category: 'unclassified', customer, statement };
  const filing = readFiling('complaint', complaint, { actor, scope: 'test' }, intake.clock.now());
  const answer = await intake.writer.submit(filing);
  return (answer.body as { complaintId: string }).complaintId;
}
/** What one batch says. */
const teach = (tell: (lessons: Lessons) => void) => {
  const lessons = new Lessons();
  tell(lessons);
  return intake.database.transaction((tx) => lessons.flush(tx, intake.keys));
};
const agree = (id: string, category: string) => teach((lessons) => lessons.agree(id, category));
const close = (id: string) => teach((lessons) => lessons.close(id));
const learned = (text: string) => readLearned(intake.database, intake.keys, splitTerms(text));

describe('a closed case', () => {
  it('teaches the category that was agreed last, once, however often it is closed', async () => {
    const id = await file('厨房阀门漏气');
    await agree(id, 'repair');
    await agree(id, 'leak');
    await close(id);
    await agree(id, 'billing');
    await close(id);
    const { categories, terms } = await learned('阀门漏气');
    expect([...categories.keys()]).toEqual(['leak']);
    expect(categories.get('leak')).toMatchObject({ cases: 1 });
    expect(terms.get('阀门')).toEqual(new Map([['leak', 1]]));
    expect(suggestCategories(splitTerms('漏气'), await learned('漏气'))).toMatchObject([
      { category: 'leak', confidence: 1 },
    ]);
  });

  it('teaches beside others of its batch what was agreed before it closed', async () => {
    const [one, other] = [await file('阀门打不开'), await file('阀门打不开')];
    await teach((lessons) => {
      for (const id of [one, other]) {
        lessons.agree(id, 'repair');
        lessons.close(id);
        lessons.agree(id, 'billing');
      }
    });
    const { categories, terms } = await learned('阀门');
    expect(categories.get('repair')).toMatchObject({ cases: 2 });
    expect(terms.get('阀门')?.get('repair')).toBe(2);
  });

  it('without a category, or of no complaint, teaches nothing', async () => {
    const before = await learned('气味');
    await close(await file('气味很大'));
    await close('01998a00-0000-7000-8000-000000000000');
    expect(await learned('气味')).toEqual(before);
  });

  it('leaves no word that can be read', async () => {
    const rows = await intake.database.query<{ hash: string }>('SELECT hash FROM learned_terms');
    expect(rows.length).toBeGreaterThan(0);
    for (const { hash } of rows) expect(hash).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('a case that was put under another category', () => {
  const correct = (id: string, category: string) =>
    teach((lessons) => lessons.correct(id, category));

  it('teaches the right one when it closes, whatever was agreed', async () => {
    const id = await file('壁挂炉点火失败');
    await agree(id, 'billing');
    await correct(id, 'repair');
    await close(id);
    const { terms } = await learned('点火');
    expect(terms.get('点火')).toEqual(new Map([['repair', 1]]));
  });

  it('takes back what it taught before, and teaches it there', async () => {
    const [one, other] = [await file('管道锈蚀'), await file('管道锈蚀')];
    await close(await file('锈蚀'));
    await teach((lessons) => {
      for (const id of [one, other]) {
        lessons.agree(id, 'conduct');
        lessons.close(id);
      }
    });
    await correct(one, 'leak');
    const { categories, terms } = await learned('锈蚀');
    expect(terms.get('锈蚀')).toEqual(
      new Map([
        ['conduct', 1],
        ['leak', 1],
      ]),
    );
    expect(categories.get('conduct')).toMatchObject({ cases: 1 });
    await correct(other, 'leak');
    await correct(other, 'leak');
    const { categories: after, terms: moved } = await learned('锈蚀');
    expect(moved.get('锈蚀')).toEqual(new Map([['leak', 2]]));
    expect(after.has('conduct')).toBe(false);
  });
});
