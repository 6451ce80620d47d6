import { describe, expect, it } from '@jest/globals';
import { changeOf, saysGrowth } from './figure-change.js';

const share = (rate: number, low: number, high: number) => ({ n: 40, rate, low, high });

describe('figures', () => {
  it('grow by what they are more than before', () => {
    const change = changeOf({ received: 150 }, { received: 120 }, 'received');
    expect(change).toMatchObject({ by: 0.25, kind: 'growth', isUnsure: false });
  });

  it('have grown by nothing that can be said where there was nothing', () => {
    const since = changeOf({ received: 5 }, { received: 0 }, 'received');
    expect(since).toMatchObject({ by: null, past: 0, present: 5 });
    expect(changeOf({ received: 5 }, undefined, 'received')).toMatchObject({
      by: null,
      past: null,
    });
  });

  it('are told as two numbers, without percents, where they are many times as many', () => {
    const grown = (past: number, present: number) =>
      saysGrowth(changeOf({ received: present }, { received: past }, 'received'));
    expect([grown(2, 3), grown(2, 249), grown(0, 5)]).toEqual([true, false, false]);
  });

  it('change in points as shares, and say when that may be chance', () => {
    const [low, high] = [{ csat: share(0.5, 0.46, 0.54) }, { csat: share(0.75, 0.72, 0.78) }];
    const change = changeOf(high, low, 'csat');
    expect(change).toMatchObject({ by: 0.25, kind: 'points', past: 0.5, present: 0.75 });
    expect(change.interval?.low).toBeCloseTo(0.2);
    expect(change.interval?.high).toBeCloseTo(0.3);
    expect(change.isUnsure).toBe(false);
    const near = { csat: share(0.55, 0.48, 0.62) };
    expect(changeOf(near, low, 'csat')).toMatchObject({ isUnsure: true });
    expect(changeOf(near, { csat: { ...share(0, 0, 1), rate: null } }, 'csat')).toMatchObject({
      ...{ by: null, interval: null, isUnsure: false, past: null },
    });
  });
});
