import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wilsonShare } from './wilson-interval.js';

describe('wilsonShare', () => {
  it('agrees with the published example of 15 in 20', () => {
    const { low, high, ...share } = wilsonShare(15, 20);
    expect(share).toEqual({ n: 20, rate: 0.75 });
    expect(low).toBeCloseTo(0.5313, 4);
    expect(high).toBeCloseTo(0.8881, 4);
  });

  it('says nothing about nothing', () => {
    expect(wilsonShare(0, 0)).toEqual({ n: 0, rate: null, low: null, high: null });
  });

  it('is not rounded before it is shown: 12 of 22 are 54.5 %, not 54.6 %', () => {
    expect(wilsonShare(12, 22).rate).toBe(12 / 22);
  });

  it('never calls whole what is not', () => {
    expect(wilsonShare(99_999, 100_000).rate).toBe(0.99999);
    expect(wilsonShare(1, 100_000).rate).toBe(0.00001);
    expect(wilsonShare(100_000, 100_000).rate).toBe(1);
  });

  it('holds the rate inside its interval, and the interval inside 0..1', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (a, b) => {
        const n = Math.max(a, b, 1);
        const share = wilsonShare(Math.min(a, b), n);
        expect(share.low).toBeGreaterThanOrEqual(0);
        expect(share.high).toBeLessThanOrEqual(1);
        expect(share.low).toBeLessThanOrEqual(share.rate!);
        expect(share.high).toBeGreaterThanOrEqual(share.rate!);
      }),
    );
  });

  it('narrows as more is counted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (n) => {
        const few = wilsonShare(n, 2 * n);
        const many = wilsonShare(10 * n, 20 * n);
        expect(many.high! - many.low!).toBeLessThanOrEqual(few.high! - few.low!);
      }),
    );
  });
});
