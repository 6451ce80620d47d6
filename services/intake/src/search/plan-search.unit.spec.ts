import { describe, expect, it } from '@jest/globals';
import { formatCaseNumber } from '../domain/case-number.js';
import { planSearch } from './plan-search.js';

const partsOf = (q: string) =>
  planSearch(q).map(({ of, where, value }) => [of, /^[\w.(]+/.exec(where)![0], value]);

describe('a search text', () => {
  it('of four digits is the end of a phone, however it is typed', () => {
    expect(partsOf('8000')[1]).toEqual(['customer', 'right(k.phone', '8000']);
    expect(partsOf('８０００')[1]).toEqual(['customer', 'right(k.phone', '8000']);
  });

  it.each(['+86 138-0013-8000', '0086 (138) 0013.8000', '86 13800138000'])(
    'of %s is a phone, its digits alone',
    (q) => expect(partsOf(q)[1]).toEqual(['customer', 'right(k.phone', '8613800138000']),
  );

  it('of three digits is no phone, nor is a case number no number of a case', () => {
    expect(partsOf('800')).toContainEqual(['customer', 'lower(k.name', '800%']);
    const number = formatCaseNumber(2026, 7);
    expect(partsOf(number)).toContainEqual(['complaint', 'c.number', number]);
  });

  it('in Chinese is a name and words that were said', () => {
    expect(partsOf('张伟')).toEqual([
      ['complaint', 'c.external_id', '张伟'],
      ['customer', 'lower(k.name', '张伟%'],
      ['complaint', 'strpos(c.statement', '张伟'],
    ]);
  });

  it('takes signs of patterns as they are', () => {
    expect(partsOf('A_%\\')).toContainEqual(['customer', 'lower(k.name', 'a\\_\\%\\\\%']);
  });
});
