import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QuestionOverdue, standardAnswerBody } from '#contracts';
import type { DataOf } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import type { Tx } from '#platform';
import { createTestDatabase, fakeClock, waitFor, type FakeClock } from '#testing';
import { openTestIntake, type TestIntake } from '../../test/open-test-intake.js';
import type { Definition } from '../domain/directory-bodies.js';
import { defineOrganisation } from '../organisation/define-organisation.js';
import { answerQuestion, askQuestion } from './decide-question.js';
import { nextRunOut, tellRunOut } from './overdue-questions.js';
import { PromiseWatch } from './promise-watch.js';
import { publishStandard } from './publish-standard.js';

const minute = 60_000;
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
  const body = standardAnswerBody.parse({
    ...{ name: { zh: '移表', en: 'Moving a meter' }, questions: ['燃气表可以移位吗'] },
    ...{ answerable: 'later', promisedMinutes: 60, owner: 'hq' },
    tiers: { standard: { wording: { zh: '可以', en: 'Yes' } } },
  });
  await run((tx) => publishStandard(tx, intake, { code: 'relocation', body }, somebody()));
});
afterAll(() => intake.close());

const run = <T>(work: (tx: Tx) => Promise<T>) => intake.database.transaction(work);
const somebody = () => ({ by: 'a-1', headers: {}, now: intake.clock.now() });
const promise = async () => {
  const body = { text: '表能移吗', channel: 'phone', standard: 'relocation' } as const;
  const { question } = await run((tx) => askQuestion(tx, intake, body, somebody()));
  return question;
};
const tell = () => run((tx) => tellRunOut(tx, intake, intake.clock.now()));
const toldOf = async (id: string) => {
  const events = await intake.eventsOf<DataOf<typeof QuestionOverdue>>(QuestionOverdue.type);
  return events.map(({ data }) => data).filter(({ questionId }) => questionId === id);
};

describe('a promise that runs out', () => {
  it('is told a millisecond after its instant, once, whoever looks at the same time', async () => {
    const [late, kept] = [await promise(), await promise()];
    expect(await run((tx) => nextRunOut(tx))).toBe(late.dueAt!.getTime() + 1);
    intake.clock.advance(60 * minute);
    expect(await tell()).toBe(0);
    await run((tx) => answerQuestion(tx, intake, kept.id, { channel: 'phone' }, somebody()));
    intake.clock.advance(1);
    const told = await Promise.all([tell(), tell(), tell()]);
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await tell()).toBe(0);
    const at = late.dueAt!.toISOString();
    expect(await toldOf(late.id)).toEqual([
      { questionId: late.id, at, standard: 'relocation', owner: 'hq', dueAt: at },
    ]);
    expect(await toldOf(kept.id)).toEqual([]);
    expect(await run((tx) => nextRunOut(tx))).toBeUndefined();
  });

  it('is answered late afterwards, in the order of its stream', async () => {
    const question = await promise();
    intake.clock.advance(61 * minute);
    expect(await tell()).toBe(1);
    const body = { channel: 'phone' } as const;
    const answered = await run((tx) => answerQuestion(tx, intake, question.id, body, somebody()));
    expect(answered.isLate).toBe(true);
  });

  it('is told at the next start where it ran out while nothing was running', async () => {
    const question = await promise();
    intake.clock.advance(61 * minute);
    const starts = [1, 2].map(() => new PromiseWatch(intake as unknown as ServiceRuntime));
    for (const watch of starts) watch.onApplicationBootstrap();
    const found = await waitFor(async () => {
      const told = await toldOf(question.id);
      return told.length > 0 ? told : undefined;
    });
    await Promise.all(starts.map((watch) => watch.onApplicationShutdown()));
    expect(found).toHaveLength(1);
    expect(await toldOf(question.id)).toHaveLength(1);
  });
});
