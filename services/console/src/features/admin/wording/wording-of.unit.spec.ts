import { describe, expect, it } from '@jest/globals';
import { wordingOf } from './wording-of.js';

describe('the wording for a tier', () => {
  const wording = { zh: '您好', en: 'Hello' };

  it('is none while nothing is written, so that the standard one is said', () => {
    expect(wordingOf(undefined)).toBeUndefined();
    expect(wordingOf({ wording: { zh: '', en: '' } })).toBeUndefined();
  });

  it('leaves an empty benefit out', () => {
    expect(wordingOf({ wording, benefit: { zh: '', en: '' } })).toEqual({ wording });
    const benefit = { zh: '专线', en: 'own line' };
    expect(wordingOf({ wording, benefit })).toEqual({ wording, benefit });
  });
});
