import { describe, expect, it } from '@jest/globals';
import { urgencyOf, usedShare } from './clock-share.js';

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
});
