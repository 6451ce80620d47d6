import { describe, expect, it } from '@jest/globals';
import { wordsFor } from './words-for.js';

describe('what was written for all customers', () => {
  it('is said to each by their name and number, in either language', () => {
    const of = { name: '陆女士', number: '2026-0000123-4' };
    expect(wordsFor('{name}, {number}: back.', of)).toBe('陆女士, 2026-0000123-4: back.');
    expect(wordsFor('{称呼}，单号{单号}。', of)).toBe('陆女士，单号2026-0000123-4。');
  });

  it('keeps the blank for a name that is not known, and takes a name as it is', () => {
    const number = '2026-0000123-4';
    expect(wordsFor('{name}: back.', { name: undefined, number })).toBe('{name}: back.');
    expect(wordsFor('{name}: back.', { name: '$&', number })).toBe('$&: back.');
  });
});
