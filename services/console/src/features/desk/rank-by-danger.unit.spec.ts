import { describe, expect, it } from '@jest/globals';
import { rankByDanger } from './rank-by-danger.js';

const one = (category: string, confidence: number, ...weights: number[]) => ({
  ...{ category, confidence },
  terms: weights.map((weight, index) => ({ term: `${category}-${index}`, weight })),
});
const suggested = [
  one('billing', 0.65, 0.9, 0.8),
  one('repair', 0.27, 0.4),
  one('leak', 0.06, 0.2),
];

describe('suggested categories beside words of danger', () => {
  it('begin with the one for which those words speak most, the others as they were', () => {
    const danger = { words: ['漏气'], suggestions: [one('billing', 0.6), one('leak', 0.3, 2.1)] };
    const ranked = rankByDanger(suggested, danger);
    expect(ranked.map(({ category }) => category)).toEqual(['leak', 'billing', 'repair']);
    expect(ranked.map(({ isOfDanger }) => isOfDanger)).toEqual([true, false, false]);
    expect(ranked[1]).toMatchObject(suggested[0]!);
  });

  it('begin with it also where the rest of the text did not speak for it at all', () => {
    const danger = {
      words: ['触电'],
      suggestions: [one('repair', 0.5, 0.1), one('shock', 0.4, 1.5)],
    };
    const ranked = rankByDanger(suggested, danger);
    expect(ranked.map(({ category }) => category)).toEqual(['shock', 'billing', 'repair']);
  });

  it('stay as they were learned without danger, or where its words speak for no category', () => {
    const names = (ranked: ReturnType<typeof rankByDanger>) =>
      ranked.map(({ category }) => category);
    expect(names(rankByDanger(suggested, undefined))).toEqual(['billing', 'repair', 'leak']);
    const unknown = { words: ['嘶嘶'], suggestions: [one('billing', 0.8, 0.3), one('leak', 0.2)] };
    const ranked = rankByDanger(suggested, unknown);
    expect(names(ranked)).toEqual(['billing', 'repair', 'leak']);
    expect(ranked.some(({ isOfDanger }) => isOfDanger)).toBe(false);
  });

  it('are of danger where the one that leads rests on these words among others', () => {
    const leak = { ...one('leak', 0.67), terms: [{ term: '煤气', weight: 0.5 }] };
    const danger = { words: ['嘶嘶', '煤气味'], suggestions: [one('leak', 0.5, 0.5)] };
    const [first, second] = rankByDanger([leak, one('billing', 0.3, 0.2)], danger);
    expect([first?.isOfDanger, second?.isOfDanger]).toEqual([true, false]);
    const [other] = rankByDanger([one('billing', 0.67, 0.2), leak], danger);
    expect(other?.isOfDanger).toBe(false);
  });

  it('are not of danger where the one that leads only shares a word with it', () => {
    const bill = { ...one('billing', 0.6), terms: [{ term: '煤气', weight: 0.3 }] };
    const words = [one('leak', 0.5, 0.5), one('billing', 0.4, 0.3)];
    const [first] = rankByDanger([bill], { words: ['煤气味'], suggestions: words });
    expect(first).toMatchObject({ category: 'billing', isOfDanger: false });
  });

  it('leave out what would read 0 %', () => {
    const ranked = rankByDanger([one('leak', 0.997), one('billing', 0.003)], undefined);
    expect(ranked.map(({ category }) => category)).toEqual(['leak']);
  });
});
