import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QuestionAnswered, standardAnswerBody, StandardAnswerPublished } from '#contracts';
import type { DataOf, QuestionBody, StandardAnswerBody } from '#contracts';
import type { Problem, Tx } from '#platform';
import { createTestDatabase, fakeClock, type FakeClock } from '#testing';
import { openTestIntake, type TestIntake } from '../../test/open-test-intake.js';
import type { Definition } from '../domain/directory-bodies.js';
import { defineOrganisation } from '../organisation/define-organisation.js';
import { answerQuestion, askQuestion, reviewQuestion } from './decide-question.js';
import { publishStandard } from './publish-standard.js';
import { listQuestions, toQuestionView } from './question-rows.js';
import type { QuestionOwner } from './question-rows.js';
import { readStandards } from './standard-rows.js';

const minute = 60_000;
const relocation = standardAnswerBody.parse({
  ...{ name: { zh: '移表', en: 'Moving a meter' }, questions: ['燃气表可以移位吗'] },
  ...{ answerable: 'later', promisedMinutes: 60, owner: 'hq' },
  tiers: { standard: { wording: { zh: '可以', en: 'Yes' } } },
});
let intake: TestIntake<FakeClock>;

beforeAll(async () => {
  intake = await openTestIntake({
    database: await createTestDatabase(),
    clock: fakeClock('2026-11-23T09:00:00.000Z'),
  });
  const unit: Definition = {
    ...{ kind: 'unit', code: 'hq', name: { zh: '总部', en: 'Head office' } },
    ...{ parent: null, unit: null, roles: null, active: true },
  };
  const incoming = [{ path: 'units[0]', definition: unit }];
  await run((tx) => defineOrganisation(tx, intake.events, incoming, {}, intake.clock.now()));
  await publish('relocation', relocation);
});
afterAll(() => intake.close());

const run = <T>(work: (tx: Tx) => Promise<T>) => intake.database.transaction(work);
const somebody = () => ({ by: 'a-1', headers: {}, now: intake.clock.now() });
const publish = (code: string, body: StandardAnswerBody, expectedVersion?: number) =>
  run((tx) => publishStandard(tx, intake, { code, body, expectedVersion }, somebody()));
const ask = (more: Partial<QuestionBody> = {}) =>
  run((tx) => askQuestion(tx, intake, { text: '表能移吗', channel: 'phone', ...more }, somebody()));
const answer = (id: string) =>
  run((tx) => answerQuestion(tx, intake, id, { channel: 'phone' }, somebody()));
const review = (id: string, example?: string) =>
  run((tx) => {
    const body = { decision: 'standard', standard: 'relocation', example } as const;
    return reviewQuestion(tx, intake, id, body, somebody());
  });
const lateOnes = async () => {
  const query = { late: 'true', sort: 'asked', limit: 50 } as const;
  const { items } = await listQuestions(intake.database, query, intake.clock.now());
  return items.map(({ id }) => id);
};

describe('the promise of a question', () => {
  it('is kept at its instant and broken a millisecond later, whoever looks and whenever', async () => {
    const [kept, broken] = [
      await ask({ standard: 'relocation' }),
      await ask({ standard: 'relocation' }),
    ].map(({ question }) => question.id);
    intake.clock.advance(60 * minute);
    expect(await lateOnes()).toEqual([]);
    expect((await answer(kept!)).isLate).toBe(false);
    intake.clock.advance(1);
    expect(await lateOnes()).toEqual([broken]);
    const answered = await answer(broken!);
    expect(toQuestionView(answered, new Map(), intake.clock.now())).toMatchObject({
      ...{ owner: null, status: 'answered', isLate: true, dueAt: '2026-11-23T10:00:00.000Z' },
    });
    expect(await lateOnes()).toEqual([broken]);
    const events = await intake.eventsOf<DataOf<typeof QuestionAnswered>>(QuestionAnswered.type);
    expect(events.map(({ data }) => data.isLate)).toEqual([false, true]);
  });
});

describe('the questions of somebody', () => {
  const listed = async (owner: QuestionOwner, limit = 50, cursor?: string) => {
    const query = { status: 'promised', sort: 'due', limit, cursor } as const;
    const { items, next } = await listQuestions(intake.database, query, intake.clock.now(), owner);
    return { ids: items.map(({ id }) => id), next };
  };
  const noted = async (by: string, more: Partial<QuestionBody>) => {
    const body = { text: '表能移吗', channel: 'phone', ...more } as const;
    const asker = { ...somebody(), by };
    const { question } = await run((tx) => askQuestion(tx, intake, body, asker));
    return question.id;
  };

  it('are those they noted and those their standards answer, what runs out first in front', async () => {
    await publish('slow', { ...relocation, promisedMinutes: 600, owner: 'hq' });
    const slow = await noted('a-7', { standard: 'slow' });
    const theirs = await noted('a-8', { standard: 'slow' });
    const soon = await noted('a-7', { standard: 'relocation' });
    const waiting = await noted('a-7', {});
    expect((await listed({ by: 'a-7', units: [], standards: [] })).ids).toEqual([soon, slow]);
    expect((await listed({ by: 'nobody', units: [], standards: ['slow'] })).ids).toEqual([
      slow,
      theirs,
    ]);
    expect((await listed({ by: 'nobody', units: [], standards: [] })).ids).toEqual([]);
    const first = await listed({ by: 'a-7', units: [], standards: ['slow'] }, 2);
    expect(first.ids).toEqual([soon, slow]);
    const rest = await listed({ by: 'a-7', units: [], standards: ['slow'] }, 2, first.next!);
    expect(rest).toEqual({ ids: [theirs], next: null });
    expect([...first.ids, ...rest.ids]).not.toContain(waiting);
    await answer(soon);
    expect((await listed({ by: 'a-7', units: [], standards: [] })).ids).toEqual([slow]);
  });
});

describe('a question without a standard', () => {
  const owed = async (owner: QuestionOwner) => {
    const query = { status: 'waiting', sort: 'asked', limit: 200 } as const;
    const { items } = await listQuestions(intake.database, query, intake.clock.now(), owner);
    return items.map(({ id }) => id);
  };
  const of = (by: string, units: string[] = []) => ({ by, units, standards: [] });

  it('is owed by who noted it and by their unit, until it is reviewed', async () => {
    const agent: Definition = {
      ...{ kind: 'agent', code: 'a-21', name: { zh: '坐席', en: 'Agent' } },
      ...{ parent: null, unit: 'hq', roles: ['agent'], active: true },
    };
    const incoming = [{ path: 'agents[0]', definition: agent }];
    await run((tx) => defineOrganisation(tx, intake.events, incoming, {}, intake.clock.now()));
    const asker = { ...somebody(), by: 'a-21' };
    const body = { text: '能分期吗', channel: 'phone' } as const;
    const { question } = await run((tx) => askQuestion(tx, intake, body, asker));
    expect(await owed(of('a-21'))).toContain(question.id);
    expect(await owed(of('a-22', ['hq']))).toContain(question.id);
    expect(await owed(of('a-22', ['north']))).not.toContain(question.id);
    await review(question.id);
    expect(await owed(of('a-21'))).not.toContain(question.id);
  });

  it('keeps what its customer was told, is late once that has passed, and so is its answer', async () => {
    const promisedBy = new Date(intake.clock.now() + 10 * minute).toISOString();
    const { question } = await ask({ promisedBy });
    expect(toQuestionView(question, new Map(), intake.clock.now())).toMatchObject({
      ...{ status: 'waiting', dueAt: promisedBy, isLate: false },
    });
    intake.clock.advance(10 * minute + 1);
    expect(await lateOnes()).toContain(question.id);
    expect((await review(question.id)).dueAt?.toISOString()).toBe(promisedBy);
    expect((await answer(question.id)).isLate).toBe(true);
  });

  it('is not promised for a time that has passed, nor beside a standard', async () => {
    const past = new Date(intake.clock.now()).toISOString();
    const rules = async (more: Partial<QuestionBody>) =>
      ask(more).then(
        () => [],
        (error: Problem) => error.errors?.map(({ path, rule }) => `${path} ${rule}`),
      );
    expect(await rules({ promisedBy: past })).toEqual(['promisedBy in-the-past']);
    const later = new Date(intake.clock.now() + minute).toISOString();
    expect(await rules({ promisedBy: later, standard: 'relocation' })).toEqual([
      'promisedBy promise',
    ]);
  });
});

describe('a question', () => {
  it('with the same reference is noted once, also when both come at once', async () => {
    const asked = await Promise.all([1, 2, 3].map(() => ask({ externalId: 'call-9' })));
    expect(new Set(asked.map(({ question }) => question.id)).size).toBe(1);
    expect(asked.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  it('is reviewed once, also by two at once, and teaches its standard once', async () => {
    const { question } = await ask();
    const reviewed = await Promise.allSettled([
      review(question.id, '移表多少钱'),
      review(question.id, '移表多少钱'),
    ]);
    expect(reviewed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { question: next } = await ask();
    await review(next.id, '移表多少钱');
    const [standard] = await readStandards(intake.database, 'relocation');
    expect(standard).toMatchObject({ version: 2, questions: ['燃气表可以移位吗', '移表多少钱'] });
  });
});

describe('a standard answer', () => {
  it('has one next version, whoever publishes at once', async () => {
    const [before] = await readStandards(intake.database, 'relocation');
    const published = await Promise.allSettled(
      [1, 2, 3].map(() => publish('relocation', relocation, before!.version)),
    );
    expect(published.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const type = StandardAnswerPublished.type;
    const events = await intake.eventsOf<DataOf<typeof StandardAnswerPublished>>(type);
    const versions = events.filter(({ data }) => data.code === 'relocation');
    expect(versions.map(({ data }) => data.version)).toEqual([1, 2, 3]);
  });
});
