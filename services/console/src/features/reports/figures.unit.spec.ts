import { describe, expect, it } from '@jest/globals';
import { dashboards } from './dashboards.js';
import { changeOf, countOf, countedBy, emptyLike, saysGrowth, shareOf } from './figures.js';

const share = (rate: number, low: number, high: number) => ({ n: 40, rate, low, high });

describe('figures', () => {
  it('are counts or shares, and nothing where the server gives none', () => {
    const figures = { received: 3, csat: share(0.5, 0.4, 0.6), costPerCase: null };
    expect([countOf(figures, 'received'), countOf(figures, 'costPerCase')]).toEqual([3, null]);
    expect([shareOf(figures, 'csat')?.rate, shareOf(figures, 'received')]).toEqual([0.5, null]);
  });

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
    const [low, high] = [{ csat: share(0.5, 0.4, 0.6) }, { csat: share(0.75, 0.7, 0.8) }];
    expect(changeOf(high, low, 'csat')).toEqual({
      ...{ by: 0.25, kind: 'points', isUnsure: false },
      ...{ past: 0.5, present: 0.75 },
    });
    const near = { csat: share(0.75, 0.55, 0.9) };
    expect(changeOf(near, low, 'csat').isUnsure).toBe(true);
  });

  it('are too few of what the share is a share of', () => {
    const counted = ['sla-attainment', 'orders', 'transfers', 'satisfaction'].map((report) =>
      dashboards[report]?.shares.map(countedBy),
    );
    expect(counted).toEqual([['clocks'], ['orders'], ['transfers'], ['answers', 'cases']]);
  });

  it('of a day without anything are nought, its averages and shares unknown', () => {
    const figures = {
      answered: 40,
      secondsPerCase: 12,
      csat: share(1, 0.9, 1),
      insufficient: false,
    };
    expect(emptyLike(figures, ['secondsPerCase'])).toEqual({
      answered: 0,
      secondsPerCase: null,
      csat: { n: 0, rate: null, low: null, high: null },
      insufficient: true,
    });
  });
});
