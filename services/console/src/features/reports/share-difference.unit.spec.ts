import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Share } from './figures.js';
import { mayBeChance, shareDifference } from './share-difference.js';

const z = 1.959963984540054;

/** A share as the server gives it, with its Wilson interval. */
function wilsonShare(hits: number, n: number): Share {
  if (n === 0) return { n, rate: null, low: null, high: null };
  const rate = hits / n;
  const centre = rate + z ** 2 / (2 * n);
  const margin = z * Math.sqrt((rate * (1 - rate) + z ** 2 / (4 * n)) / n);
  const whole = 1 + z ** 2 / n;
  const low = Math.max(0, (centre - margin) / whole);
  return { n, rate, low, high: Math.min(1, (centre + margin) / whole) };
}

describe('the difference of two shares', () => {
  it.each([
    // Newcombe 1998, table II, method 10.
    { now: [56, 70], before: [48, 80], low: 0.0524, high: 0.3339 },
    { now: [9, 10], before: [3, 10], low: 0.1705, high: 0.809 },
    { now: [5, 56], before: [0, 29], low: -0.0381, high: 0.1926 },
    { now: [10, 10], before: [0, 10], low: 0.6075, high: 1 },
  ])('of $now and $before is as published', ({ now, before, low, high }) => {
    const difference = shareDifference(
      wilsonShare(now[0]!, now[1]!),
      wilsonShare(before[0]!, before[1]!),
    );
    expect(difference?.low).toBeCloseTo(low, 3);
    expect(difference?.high).toBeCloseTo(high, 3);
  });

  it('may be real where the intervals of both overlap', () => {
    const [now, before] = [wilsonShare(56, 100), wilsonShare(41, 100)];
    expect(now.low).toBeLessThan(before.high!);
    expect(mayBeChance(shareDifference(now, before)!)).toBe(false);
  });

  it('is unknown where nothing was counted', () => {
    expect(shareDifference(wilsonShare(0, 0), wilsonShare(1, 2))).toBeNull();
    expect(shareDifference(wilsonShare(1, 2), wilsonShare(0, 0))).toBeNull();
  });

  it('lies within its interval, that within -1..1, and turned round is the same', () => {
    const counted = fc
      .tuple(fc.nat(2_000), fc.integer({ min: 1, max: 2_000 }))
      .map(([hits, n]) => wilsonShare(Math.min(hits, n), n));
    fc.assert(
      fc.property(counted, counted, (now, before) => {
        const { by, low, high } = shareDifference(now, before)!;
        expect(low).toBeLessThanOrEqual(by);
        expect(high).toBeGreaterThanOrEqual(by);
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-9);
        expect(high).toBeLessThanOrEqual(1 + 1e-9);
        const turned = shareDifference(before, now)!;
        expect(turned.low).toBeCloseTo(-high, 9);
        expect(turned.high).toBeCloseTo(-low, 9);
      }),
    );
  });
});
