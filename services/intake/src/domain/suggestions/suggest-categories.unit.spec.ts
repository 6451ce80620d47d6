import { describe, expect, it } from '@jest/globals';
import { splitTerms } from './split-terms.js';
import { suggestCategories } from './suggest-categories.js';
import type { Learned } from './suggest-categories.js';

function learn(cases: readonly (readonly [category: string, text: string])[]): Learned {
  const categories = new Map<string, { cases: number; terms: number }>();
  const terms = new Map<string, Map<string, number>>();
  for (const [category, text] of cases) {
    const said = splitTerms(text);
    const own = categories.get(category) ?? { cases: 0, terms: 0 };
    categories.set(category, { cases: own.cases + 1, terms: own.terms + said.length });
    for (const term of said) {
      const counts = terms.get(term) ?? new Map<string, number>();
      terms.set(term, counts.set(category, (counts.get(category) ?? 0) + 1));
    }
  }
  return { categories, terms };
}
const closed = [
  ['billing', '燃气账单重复扣费，请核实并退款'],
  ['billing', 'I was charged twice on my gas bill'],
  ['leak', '厨房阀门漏气，请马上派人'],
  ['leak', 'There is a smell of gas in the stairwell'],
  ['repair', '壁挂炉修了三次还是点不着火'],
] as const;

describe('the terms of a text', () => {
  it('are its words in Chinese and English, each once, without numbers', () => {
    expect(splitTerms('账单重复扣费，账单 138 0013 8000')).toEqual(
      expect.arrayContaining(['账单', '重复']),
    );
    expect(splitTerms('The BILL, the bill of 2026')).toEqual(['bill']);
    expect(splitTerms('！？ 12')).toEqual([]);
  });

  it('hold characters side by side that no dictionary knows as a word', () => {
    expect(splitTerms('阀门漏气')).toContain('漏气');
  });

  it('hold such a word once, not its characters beside it', () => {
    expect(splitTerms('医保')).toEqual(['医保']);
  });

  it('hold nothing that stands in every text, nor pieces of it', () => {
    expect(splitTerms('尊敬的领导，我在办社保')).toEqual(['领导', '办社', '社保']);
    expect(splitTerms('您好，请问她的水表？')).toEqual(['水表']);
    expect(splitTerms('Please tell me what we have to do about the meter')).toEqual([
      'tell',
      'meter',
    ]);
  });
});

describe('suggested categories', () => {
  it('are those whose closed cases said the same, with the terms that say so', () => {
    const [first] = suggestCategories(splitTerms('账单扣费多了'), learn(closed));
    expect(first).toMatchObject({ category: 'billing' });
    expect(first!.terms.map(({ term }) => term)).toContain('账单');
    const [english] = suggestCategories(splitTerms('a strange smell'), learn(closed));
    expect(english).toMatchObject({ category: 'leak' });
    expect(english!.terms.map(({ term }) => term)).toContain('smell');
  });

  it('share a confidence of one', () => {
    const all = suggestCategories(splitTerms('漏气 账单'), learn(closed), 9);
    expect(all).toHaveLength(3);
    expect(all.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1);
  });

  it('of words that nobody said are the frequent ones, without a term', () => {
    const learned = learn([...closed, ['billing', '多收费']]);
    const [first] = suggestCategories(['无人说过'], learned);
    expect(first).toEqual({ category: 'billing', confidence: 4 / 9, terms: [] });
  });

  it('do not exist before a case was closed', () => {
    expect(suggestCategories(['账单'], learn([]))).toEqual([]);
  });

  it('have the better reason in what many cases said than in what one said by chance', () => {
    const billing = ['账单 铁马路', '账单 退款', '账单 发票', '账单 抄表'];
    const learned = learn([...closed, ...billing.map((text) => ['billing', text] as const)]);
    const [first] = suggestCategories(['马路', '账单', '退款'], learned);
    expect(first!.terms.map(({ term }) => term)).toEqual(['账单', '退款', '马路']);
    const [many, , once] = first!.terms;
    expect(many!.weight).toBeGreaterThan(1.5 * once!.weight);
  });

  it('follow what was learned since', () => {
    const before = learn(closed);
    const after = learn([
      ...closed,
      ['repair', '漏气 阀门'],
      ['repair', '阀门 漏气'],
      ['repair', '漏气'],
    ]);
    const firstOf = (learned: Learned) =>
      suggestCategories(splitTerms('漏气'), learned)[0]!.category;
    expect([firstOf(before), firstOf(after)]).toEqual(['leak', 'repair']);
  });

  it('stay far from certain, however long the text', () => {
    const long = Array.from(
      { length: 40 },
      (_, i) => `word${'abcdefghij'[i % 10]}${'klmn'[i % 4]}`,
    );
    const learned = learn([...closed, ['leak', long.join(' ')]]);
    const [first] = suggestCategories(long, learned);
    expect(first!.confidence).toBeLessThan(0.9999);
  });
});
