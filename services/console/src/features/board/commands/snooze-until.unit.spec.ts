import { describe, expect, it } from '@jest/globals';
import { hasSnoozable, isSnoozable, snoozable, snoozeUntil } from './snooze-until.js';

const now = new Date(2026, 10, 30, 22, 15).getTime();

describe('until when reminders wait', () => {
  it('is for a while from now', () => {
    expect(snoozeUntil('30', now)).toBe(now + 30 * 60_000);
    expect(snoozeUntil('60', now)).toBe(now + 3_600_000);
  });

  it('is nine tomorrow where one is, also from one month to the next', () => {
    expect(snoozeUntil('tomorrow', now)).toBe(new Date(2026, 11, 1, 9).getTime());
    const early = new Date(2026, 10, 30, 0, 5).getTime();
    expect(snoozeUntil('tomorrow', early)).toBe(new Date(2026, 11, 1, 9).getTime());
  });

  it('is an instant of their own, once there is one', () => {
    expect(snoozeUntil('date', now, now + 5)).toBe(now + 5);
    expect(snoozeUntil('date', now)).toBeUndefined();
  });

  it('is ahead, and at most a week away', () => {
    const week = 7 * 24 * 3_600_000;
    expect([now, now + 1, now + week, now + week + 1].map((at) => isSnoozable(at, now))).toEqual([
      ...[false, true, true, false],
    ]);
  });

  it('is on today or one of the seven days from now, and on no day that has passed', () => {
    const dayAfter = (days: number) => new Date(2026, 10, 30 + days).getTime();
    expect([-1, 0, 1, 7, 8].map((days) => hasSnoozable(dayAfter(days), now))).toEqual([
      ...[false, true, true, true, false],
    ]);
  });

  it('is not for critical cases', () => {
    const caseStatus = 'open';
    const [critical, high] = [
      { priority: 'critical', caseStatus },
      { priority: 'high', caseStatus },
    ];
    expect(snoozable([critical, high])).toEqual({ wait: [high], goOn: [critical] });
  });

  it('is for what is worked on: a case that is resolved or has ended reminds nobody', () => {
    const at = (caseStatus: string, priority = 'high') => ({ caseStatus, priority });
    const ended = ['resolved', 'closed', 'withdrawn', 'merged'].map((one) => at(one));
    const paused = at('paused');
    expect(snoozable([...ended, at('resolved', 'critical'), paused])).toEqual({
      wait: [paused],
      goOn: [],
    });
  });
});
