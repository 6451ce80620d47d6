import { describe, expect, it } from '@jest/globals';
import { dashboards } from './dashboards.js';
import { countOf, countedBy, emptyLike, shareOf, tooFewOf } from './figures.js';

const share = (rate: number, low: number, high: number) => ({ n: 40, rate, low, high });

describe('figures', () => {
  it('are counts or shares, and nothing where the server gives none', () => {
    const figures = { received: 3, csat: share(0.5, 0.4, 0.6), costPerCase: null };
    expect([countOf(figures, 'received'), countOf(figures, 'costPerCase')]).toEqual([3, null]);
    expect([shareOf(figures, 'csat')?.rate, shareOf(figures, 'received')]).toEqual([0.5, null]);
  });

  it('are too few of what the share is a share of', () => {
    const counted = ['sla-attainment', 'orders', 'transfers', 'repeats', 'satisfaction'].map(
      (report) => dashboards[report]?.shares.map(countedBy),
    );
    expect(counted).toEqual([
      ['clocks'],
      ['orders'],
      ['transfers'],
      ['cases'],
      ['answers', 'cases'],
    ]);
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

  it('that are means or medians of fewer than thirty are not to be used either', () => {
    const figures = { handled: 40, withCost: 2, spansHeld: 29, open: 3 };
    expect(tooFewOf(figures, 'costPerCase')).toBe('cases');
    expect(tooFewOf(figures, 'secondsMedian')).toBe('spans');
    expect(tooFewOf(figures, 'secondsPerCase')).toBeUndefined();
    // All that is open, however few: a sample of nothing.
    expect(tooFewOf(figures, 'secondsMedianAge')).toBeUndefined();
    expect(tooFewOf(figures, 'seconds')).toBeUndefined();
  });
});
