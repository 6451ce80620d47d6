import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coachBody } from '#contracts';
import { defaultCoach } from '../../coach/default-coach.js';
import { Coach } from './coach.js';
import { compileTerms } from './term-matcher.js';

const coach = new Coach(0, defaultCoach);
const ids = (text: string) => coach.findPhrases(text).map(({ id }) => id);

describe('the coach', () => {
  it('comes with a list that could be published', () => {
    expect(coachBody.safeParse(defaultCoach).error).toBeUndefined();
  });

  it.each([
    ['我不能给您退款', ['zh-cannot']],
    ['我想我做不了主', ['zh-think-cannot']],
    ['可以办理，但是要等', ['zh-but']],
    ['他不但是客户，也是员工', []],
    ['I CAN’T do that', ['en-cannot']],
    ['butter and a button', []],
    ['no rebuttal, nothing but praise', []],
    ['Calm   down, please', ['en-calm-down']],
    ['我不能今天处理', ['zh-cannot']],
    ['我今天不能处理，实在没法', ['zh-cannot-today', 'zh-no-means']],
    ['这件事办不了', ['zh-cannot-handle']],
    ['处理不了，明天再给您处理', ['zh-cannot-process', 'zh-tomorrow-for-you']],
    ['我们解决不了，也弄不了', ['zh-cannot-solve', 'zh-cannot-manage']],
    ['今天无法上门', ['zh-unable-today']],
    ['我们无法处理，您无法缴费是因为系统', ['zh-unable']],
    ['明天一定会给您答复', ['zh-surely-will']],
    ['不一定能修好', []],
    ['I guarantee it, we will definitely come', ['en-guarantee', 'en-will-definitely']],
    ['We can’t, and I am not able to', ['en-we-cant', 'en-not-able']],
    ['客户说“我不能接受”，但是愿意等', ['zh-but']],
    ['They said "I can\'t wait", and left', []],
    ['“我不能', ['zh-cannot']],
    ['', []],
    ['今天恐怕来不及了', ['zh-afraid-late']],
    ['保证明天给您弄好', ['zh-guarantee']],
    ['保证金已经退回', []],
    ["The technician can't make it today", ['en-cannot-make-it']],
  ])('finds in "%s" what should be said otherwise', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  it('says where a phrase stands, what to say instead, and why in both languages', () => {
    expect(coach.findPhrases('您好，但是……')).toEqual([
      {
        ...{ id: 'zh-but', language: 'zh-CN', phrase: '但是', start: 3, end: 5 },
        ...{ advised: '同时／因为', why: { zh: expect.any(String), en: expect.any(String) } },
      },
    ]);
  });

  it('knows an advice whose dots nobody has filled in', () => {
    expect(coach.findUnfinished('我可以为您……今天处理')).toBe('我可以为您……');
    expect(coach.findUnfinished('What I can do is ... today')).toBe('What I can do is ...');
    expect(coach.findUnfinished('我可以为您今天处理……')).toBeUndefined();
    expect(coach.findUnfinished('同时／因为')).toBeUndefined();
  });

  it('reads one language where one is asked for', () => {
    const text = "我不能, I can't";
    expect(coach.findPhrases(text, 'en').map(({ id }) => id)).toEqual(['en-cannot']);
  });

  it('grades by the gravest sign, and feels what several signs say together', () => {
    expect(coach.advise('停水三天，老人在家').severity).toEqual({
      value: 'high',
      because: ['停水', '老人'],
    });
    expect(coach.advise('停水，还有人受伤').severity).toMatchObject({ value: 'critical' });
    expect(coach.advise('太慢了').emotionLevel).toEqual({ value: 3, because: ['太慢了'] });
    expect(coach.advise('太慢了，多少次了，我很生气').emotionLevel).toMatchObject({ value: 4 });
  });

  it('finds the threats that filing would flag, in both languages whichever is asked for', () => {
    expect(coach.advise('I will call a lawyer', 'zh-CN').threats).toEqual([
      { value: 'legal', because: ['call a lawyer'] },
    ]);
    expect(coach.advise('账单不对').threats).toEqual([]);
  });

  it('names the type with most signs first', () => {
    const { customerTypes } = coach.advise('凭什么？叫你们领导，马上给我办');
    expect(customerTypes.map(({ type }) => type)).toEqual(['domineering', 'argumentative']);
    expect(customerTypes[0]!.hints.length).toBeGreaterThan(1);
  });

  it('reads the longest text against the longest list in a few milliseconds', () => {
    const phrases = Array.from({ length: 2_000 }, (_, index) => ({
      ...defaultCoach.phrases[index % 3]!,
      id: `p-${index}`,
      phrase: `第${index}句不说的话`,
    }));
    const long = new Coach(1, { ...defaultCoach, phrases });
    const text = '客户说第1999句不说的话，我们照第句办。'.repeat(1_000).slice(0, 20_000);
    const times = Array.from({ length: 20 }, () => {
      const begun = performance.now();
      expect(long.findPhrases(text).length).toBeGreaterThan(500);
      return performance.now() - begun;
    });
    expect(times.sort((a, b) => a - b)[10]).toBeLessThan(200);
  });
});

describe('terms', () => {
  const letter = fc.constantFrom('不', '但', '是', '我', '能', ' ', 'b', 'u', 't', '.', '(');
  const word = fc
    .string({ unit: letter, minLength: 1, maxLength: 4 })
    .filter((one) => !!one.trim());

  it('are found wherever they stand, each place once, whatever characters they hold', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 6 }),
        fc.string({ unit: letter }),
        (words, text) => {
          const find = compileTerms(words.map((term) => ({ language: 'zh-CN' as const, term })));
          const found = find(text);
          let end = 0;
          for (const match of found) {
            expect(match.start).toBeGreaterThanOrEqual(end);
            expect(match.end).toBeGreaterThan(match.start);
            end = match.end;
          }
          const trimmed = words.map((one) => one.trim());
          expect(found.length > 0).toBe(
            trimmed.some((one) => text.replace(/\s+/g, ' ').includes(one.replace(/\s+/g, ' '))),
          );
        },
      ),
    );
  });
});
