import { describe, expect, it } from '@jest/globals';
import { formatCaseNumber } from '../domain/case-number.js';
import { planSearch } from './plan-search.js';

const partsOf = (q: string) =>
  planSearch(q).map(({ of, where, values }) => [of, /^[\w.(]+/.exec(where)![0], values[0]]);

describe('a search text', () => {
  it('of four digits is the end of a phone, however it is typed', () => {
    expect(partsOf('8000')[1]).toEqual(['customer', 'right(k.phone', '8000']);
    expect(partsOf('８０００')[1]).toEqual(['customer', 'right(k.phone', '8000']);
  });

  it.each(['+86 138-0013-8000', '0086 (138) 0013.8000', '86 13800138000'])(
    'of %s is a phone, its digits alone',
    (q) => expect(partsOf(q)[1]).toEqual(['customer', 'right(k.phone', '13800138000']),
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
      ['complaint', 'coalesce((select', '张伟'],
      ['complaint', 'strpos(c.statement', '张伟'],
    ]);
  });

  it('of several terms is all of them together, each in a place of its own', () => {
    const [part, ...none] = planSearch('0173 Meter 燃气').slice(4);
    expect(none).toEqual([]);
    expect(part!.values).toEqual(['0173', 'meter', '燃气']);
    expect(
      part!.where
        .match(/\$[123]/g)!
        .sort()
        .join(''),
    ).toMatch(/^(\$1)+(\$2)+(\$3)+$/);
    // A phone fits few: no need to look through the newest first.
    expect(part!.narrowed).toContain('right(b.phone, 4)');
    expect(part!.mayBeFrequent).toBeUndefined();
  });

  it('of one word of letters is a word that was said or of a name, of two characters is none', () => {
    const terms = (q: string) =>
      planSearch(q).filter(({ narrowed }) => narrowed?.includes('b.name'));
    expect(terms('Lawyer')[0]).toMatchObject({ values: ['lawyer'], mayBeFrequent: true });
    expect(terms('账单')).toEqual([]);
    expect(terms('!? 12')).toEqual([]);
  });

  it('takes signs of patterns as they are', () => {
    expect(partsOf('A_%\\')).toContainEqual(['customer', 'lower(k.name', 'a\\_\\%\\\\%']);
  });
});
