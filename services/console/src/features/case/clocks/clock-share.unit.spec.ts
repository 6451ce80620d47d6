import { describe, expect, it } from '@jest/globals';
import { byUrgency, urgencyOf, usedShare } from './clock-share.js';

const clock = (consumedMinutes: number, budgetMinutes: number) => ({
  consumedMinutes,
  explanation: { budgetMs: budgetMinutes * 60_000 },
});

describe('the bar of a clock', () => {
  it('shows how much of the budget is used, past the end as well', () => {
    expect(usedShare(clock(30, 120))).toBe(25);
    expect(usedShare(clock(180, 120))).toBe(150);
    expect(usedShare(clock(0, 0))).toBe(0);
  });

  it('warns from three quarters on and stands still while it is paused', () => {
    expect(urgencyOf('running', 74)).toBe('calm');
    expect(urgencyOf('running', 75)).toBe('soon');
    expect(urgencyOf('running', 100)).toBe('late');
    expect(urgencyOf('paused', 90)).toBe('still');
    expect(urgencyOf('met', 90)).toBe('done');
  });

  it('comes before those that are over, the earliest due first', () => {
    const clocks = [
      { state: 'met' as const, dueAt: '2026-01-01T00:00:00Z' },
      { state: 'running' as const, dueAt: '2026-01-03T00:00:00Z' },
      { state: 'running' as const, dueAt: '2026-01-02T00:00:00Z' },
    ];
    expect(byUrgency(clocks).map(({ dueAt }) => dueAt.slice(8, 10))).toEqual(['02', '03', '01']);
  });
});
