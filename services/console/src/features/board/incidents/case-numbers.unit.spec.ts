import { describe, expect, it } from '@jest/globals';
import { areCaseNumbers, caseNumbersOf, withNumber } from './case-numbers.js';

describe('case numbers that were pasted', () => {
  it('are parted by lines, blanks and commas of both kinds, each once', () => {
    const text = '2026-0000123-4\n2026-0000124-2，2026-0000125-9 2026-0000123-4\n';
    expect(caseNumbersOf(text)).toEqual({
      numbers: ['2026-0000123-4', '2026-0000124-2', '2026-0000125-9'],
      wrong: [],
    });
  });

  it('are told apart from what is none', () => {
    expect(caseNumbersOf('2026-0000123-4; 12345')).toEqual({
      numbers: ['2026-0000123-4'],
      wrong: ['12345'],
    });
    expect(caseNumbersOf(' \n')).toEqual({ numbers: [], wrong: [] });
  });

  it('are right where there is one at least, not too many, and nothing else', () => {
    const [one, other] = ['2026-0000123-4', '2026-0000124-2'];
    expect(areCaseNumbers(`${one},`, 1)).toBe(true);
    expect(areCaseNumbers(`${one} ${other}`, 2)).toBe(true);
    expect(areCaseNumbers(`${one} ${other}`, 1)).toBe(false);
    expect(areCaseNumbers(`${one} 12345`, 2)).toBe(false);
    expect(areCaseNumbers(' ', 1)).toBe(false);
  });

  it('have those that were found added below, each once', () => {
    expect(withNumber('', '2026-0000123-4')).toBe('2026-0000123-4');
    expect(withNumber('2026-0000123-4\n', '2026-0000124-2')).toBe('2026-0000123-4\n2026-0000124-2');
    expect(withNumber('2026-0000123-4', '2026-0000123-4')).toBe('2026-0000123-4');
  });
});
