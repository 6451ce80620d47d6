import { describe, expect, it } from '@jest/globals';
import { spanParts, timeStep } from './time-words.js';

describe('an axis of times', () => {
  it('goes by round steps', () => {
    expect([3, 40, 250, 1_000, 5_400].map(timeStep)).toEqual([1, 10, 60, 300, 900]);
    expect([20_000, 86_400, 600_000, 8_640_000].map(timeStep)).toEqual([
      ...[3_600, 21_600, 172_800, 1_728_000],
    ]);
    expect(timeStep(0)).toBe(1);
  });
});

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
