import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { parseOrProblem, Problem, type ProblemBody } from '../http/problem.js';
import { problemLanguage, translateProblem } from './problem-language.js';

const inChinese = (problem: Problem): ProblemBody => translateProblem(problem.toBody(), 'zh-CN');
const latin = /[A-Za-z]{2,}/;

function refusalOf(schema: z.ZodType, value: unknown): Problem {
  try {
    parseOrProblem(schema, value);
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error('it was not refused');
}

describe('The language of refusals', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-Hant-TW', 'zh-CN'],
    ['en;q=0.5, zh-CN', 'zh-CN'],
    ['fr, de;q=0.8', 'en'],
    ['zh;q=0, en', 'en'],
  ])('for Accept-Language %j is %s', (header, language) => {
    expect(problemLanguage(header)).toBe(language);
  });

  it('touches nothing that programs read', () => {
    const problem = new Problem('illegal-transition', {
      detail: 'the case is closed',
      extra: { missing: ['facts'], version: 3 },
    });
    expect(inChinese(problem)).toEqual({
      type: 'urn:clearline:problem:illegal-transition',
      title: '工单目前不能这样操作',
      status: 409,
      detail: '工单已关闭',
      missing: ['facts'],
      version: 3,
    });
  });

  it('names missing evidence as the console does, whatever else its words mean', () => {
    const { detail } = inChinese(
      new Problem('missing-evidence', {
        detail:
          "establish can't end without department: a code of the organisation, confirmed: true; resolve can't end without resolution: a text, remedyCost: a number from 0 on",
      }),
    );
    expect(detail).toBe(
      '“确认”阶段还缺：责任部门：组织架构中的代码、客户确认：须为“是”；“解决”阶段还缺：处理结果：填写文字、补救费用：不小于 0 的数',
    );
  });

  it('says the rule of every kind of field', () => {
    const schema = z.strictObject({
      channel: z.enum(['phone', 'web']),
      name: z.string().min(2),
      statement: z.string().max(5),
      ids: z.array(z.uuid()).min(1),
      score: z.number().int().max(5),
      step: z.number().multipleOf(5),
      at: z.iso.datetime(),
      day: z.iso.date(),
      mail: z.email(),
      link: z.url(),
      kind: z.literal('a'),
      one: z.union([z.string(), z.number()]),
      missing: z.string(),
      flag: z.boolean(),
    });
    const errors = inChinese(
      refusalOf(schema, {
        ...{ channel: 'fax', name: 'x', statement: 'too long', ids: [], score: 6, step: 3 },
        ...{ at: 'noon', day: 'today', mail: 'x', link: 'x', kind: 'b', one: null, flag: 'yes' },
        unknown: 1,
      }),
    ).errors!;
    expect(errors).toHaveLength(15);
    const untold = errors.filter(({ message }) => latin.test(message.replace(/UUID|"\w+"/g, '')));
    expect(untold).toEqual([]);
    expect(errors.find(({ path }) => path === 'statement')!.message).toBe('最多 5 个字符');
  });
});
