import { describe, expect, it } from '@jest/globals';
import { spanParts } from './time-words.js';

describe('times', () => {
  it('of work are hours and minutes, however many', () => {
    expect(spanParts(482_404, false)).toEqual({ unit: 'hours', whole: 134, rest: 0 });
    expect(spanParts(245.9, false)).toEqual({ unit: 'minutes', whole: 4, rest: 5 });
    expect(spanParts(0, false)).toMatchObject({ unit: 'seconds', whole: 0 });
  });

  it('since when something is open are days from two of them on', () => {
    expect(spanParts(482_404, true)).toEqual({ unit: 'days', whole: 5, rest: 14 });
    expect(spanParts(100_000, true)).toEqual({ unit: 'hours', whole: 27, rest: 46 });
  });
});
