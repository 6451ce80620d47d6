import { describe, expect, it } from '@jest/globals';
import { partsOfSpan } from './worded-span.js';

describe('a span in words', () => {
  it('has days, hours and minutes, and none that is nothing', () => {
    expect(partsOfSpan(394.74 * 60_000)).toEqual([
      ['hours', 6],
      ['minutes', 34],
    ]);
    expect(partsOfSpan(2 * 86_400_000 + 3_600_000)).toEqual([
      ['days', 2],
      ['hours', 1],
    ]);
    expect(partsOfSpan(59_999)).toEqual([]);
  });
});
