import { describe, expect, it } from '@jest/globals';
import { allBehind, openedBy } from './behind-figure.js';
import { dashboards } from './dashboards.js';

const attainment = dashboards['sla-attainment']!;

describe('the list that opens', () => {
  it('of a count is its own, and of none there is none', () => {
    expect(openedBy(attainment, { met: 3 }, 'met')).toBe('met');
    expect(openedBy(attainment, { met: 3, breached: 0 }, 'breached')).toBeUndefined();
  });

  it('of a share is what it is looked into by, or else what there is', () => {
    expect(openedBy(attainment, { met: 3, breached: 1 }, 'attainment')).toBe('breached');
    expect(openedBy(attainment, { met: 3, breached: 0 }, 'attainment')).toBe('met');
    expect(openedBy(attainment, { met: 0 }, 'attainment')).toBeUndefined();
  });

  it('of an average is what it is an average of, where that has cases', () => {
    const { handling, transfers } = dashboards;
    const figures = { handled: 3, withCost: 2 };
    expect(openedBy(handling!, figures, 'secondsPerCase')).toBe('handled');
    // The others of those that were worked on are no part of it.
    expect(openedBy(handling!, figures, 'costPerCase')).toBe('withCost');
    expect(openedBy(handling!, { handled: 3, withCost: 0 }, 'costPerCase')).toBeUndefined();
    expect(openedBy(transfers!, { transferred: 2 }, 'secondsMedian')).toBeUndefined();
  });

  it('of a line is its main figure, and what was before has none', () => {
    expect(openedBy(attainment, { met: 3, breached: 1 })).toBe('met');
    expect(openedBy(attainment, { met: 3 }, 'met before')).toBeUndefined();
    expect(openedBy(attainment, {})).toBeUndefined();
  });
});

describe('the list of all that a rate or a mean is of', () => {
  const share = (n: number) => ({ n, rate: 0.5, low: 0.4, high: 0.6 });

  it('has as many as it says', () => {
    const figures = { met: 3, breached: 1, openOverdue: 7, attainment: share(4) };
    expect(allBehind(attainment, figures, 'attainment')).toEqual({
      figure: 'met,breached',
      count: 4,
    });
    const { handling } = dashboards;
    expect(allBehind(handling!, { handled: 3 }, 'secondsPerCase')).toEqual({
      figure: 'handled',
      count: 3,
    });
  });

  it('is none where nothing was counted, another number would stand there, or no list has it', () => {
    expect(allBehind(attainment, { met: 0, breached: 0 }, 'attainment')).toBeUndefined();
    const other = { met: 3, breached: 1, attainment: share(5) };
    expect(allBehind(attainment, other, 'attainment')).toBeUndefined();
    expect(allBehind(dashboards['transfers']!, { spansHeld: 4 }, 'secondsMedian')).toBeUndefined();
  });

  it.each(Object.entries(dashboards))('is there for every rate of %s', (_, dashboard) => {
    const figures = Object.fromEntries(dashboard.figures.map((name) => [name, 1]));
    for (const name of dashboard.shares) {
      expect(allBehind(dashboard, figures, name)).toBeDefined();
    }
  });
});
