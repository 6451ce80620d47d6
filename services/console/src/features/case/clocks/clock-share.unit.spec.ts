import { describe, expect, it } from '@jest/globals';
import { isOpen, urgencyOf, usedBeyond, usedShare } from './clock-share.js';

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

  it('says what was used beyond the end of the reckoning, and nothing while it ends later', () => {
    const late = (consumedMinutes: number, totalMinutes: number) => ({
      ...{ consumedMinutes, explanation: { segments: [{ totalMs: totalMinutes * 60_000 }] } },
    });
    expect(usedBeyond(late(520, 30))).toEqual({ countedMs: 1_800_000, overMs: 29_400_000 });
    expect(usedBeyond(late(10, 30))).toBeUndefined();
    expect(usedBeyond(late(30.01, 30))).toBeUndefined();
  });

  it('warns from three quarters on and stands still while it is paused', () => {
    expect(urgencyOf({ state: 'running' }, 74)).toBe('calm');
    expect(urgencyOf({ state: 'running' }, 75)).toBe('soon');
    expect(urgencyOf({ state: 'running' }, 100)).toBe('late');
    expect(urgencyOf({ state: 'paused' }, 90)).toBe('still');
    expect(urgencyOf({ state: 'met' }, 90)).toBe('done');
  });

  it('is an alarm while it is late and open, and none once it has ended late', () => {
    const ended = { state: 'breached', stoppedAt: '2026-01-05T00:00:00Z' } as const;
    expect([urgencyOf({ state: 'breached' }, 130), urgencyOf(ended, 130)]).toEqual([
      'late',
      'ended',
    ]);
    expect([isOpen({ state: 'breached' }), isOpen(ended)]).toEqual([true, false]);
    expect(isOpen({ state: 'cancelled' })).toBe(false);
  });
});
