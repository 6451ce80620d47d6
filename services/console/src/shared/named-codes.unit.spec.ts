import { describe, expect, it } from '@jest/globals';
import { codesNamed } from './named-codes.js';

const list = [
  { code: 'billing', name: { zh: '账单', en: 'Billing' } },
  { code: 'leak', name: { zh: '泄漏', en: 'Leak' } },
];

describe('codes by what somebody typed of their names', () => {
  it('are found in either language, whatever the case of the letters', () => {
    expect(codesNamed(list, ' bill')).toEqual(['billing']);
    expect(codesNamed(list, '账单')).toEqual(['billing']);
    expect(codesNamed(list, 'water')).toEqual([]);
  });

  it('are none of a number or of nothing', () => {
    expect(codesNamed(list, '')).toEqual([]);
    expect(codesNamed(list, '2026-')).toEqual([]);
  });
});
