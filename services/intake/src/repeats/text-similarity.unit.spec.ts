import { describe, expect, it } from '@jest/globals';
import { compareTerms, termsOf } from './text-similarity.js';

const between = (a: string, b: string) => compareTerms(termsOf(a), termsOf(b));

describe('how alike two texts are', () => {
  it('counts neighbours in Chinese and words elsewhere, however they are written', () => {
    expect([...termsOf('账单重复，Ａ座12楼 Bill')]).toEqual([
      '账单',
      '单重',
      '重复',
      'a',
      '座',
      '12',
      '楼',
      'bill',
    ]);
    expect(between('The bill is WRONG', 'the bill is wrong!').value).toBe(1);
  });

  it('is the share of the terms in both, and names them', () => {
    expect(between('账单重复', '账单错误')).toEqual({ value: 0.2, terms: ['账单'] });
    expect(between('燃气泄漏', 'The bill').value).toBe(0);
  });

  it('is nothing between texts without a letter', () => {
    expect(between('？！', '？！')).toEqual({ value: 0, terms: [] });
  });
});
