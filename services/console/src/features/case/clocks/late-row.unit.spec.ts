import { describe, expect, it } from '@jest/globals';
import { lateRow } from './late-row.js';

const dueAt = '2026-01-05T09:00:00.000Z';
const hourMs = 3_600_000;
const now = Date.parse(dueAt) + 1.5 * hourMs;
const clock = {
  ...{ state: 'breached' as const, dueAt, consumedMinutes: 180 },
  explanation: { segments: [{ totalMs: hourMs }, { totalMs: 2 * hourMs }] },
};

describe('what follows the reckoning of a late clock', () => {
  it('is what counted since it was due, beside how long that is in all hours', () => {
    expect(lateRow(clock, now)).toEqual({
      ...{ type: 'late', from: dueAt, to: '2026-01-05T10:30:00.000Z' },
      ...{ countedMs: hourMs, totalMs: 3 * hourMs, lateMs: 1.5 * hourMs },
    });
    // In a night nothing counts, and it is late all the same.
    expect(lateRow({ ...clock, consumedMinutes: 120 }, now)).toMatchObject({
      ...{ countedMs: 0, totalMs: 2 * hourMs, lateMs: 1.5 * hourMs },
    });
  });

  it('counts what lies between its ends where all of that counted', () => {
    // Told in hundredths of a minute, and read a second before the time is looked at.
    const used = { ...clock, consumedMinutes: 120 + 89.98 };
    expect(lateRow(used, now)).toMatchObject({ countedMs: 1.5 * hourMs, lateMs: 1.5 * hourMs });
  });

  it('ends when the clock stopped, whatever the time is by now', () => {
    const stoppedAt = '2026-01-05T10:00:00.000Z';
    expect(lateRow({ ...clock, stoppedAt }, undefined)).toMatchObject({
      to: stoppedAt,
      lateMs: hourMs,
    });
  });

  it('is nothing of a clock that is not late, or before the time is known', () => {
    expect(lateRow({ ...clock, state: 'running' as const }, now)).toBeUndefined();
    expect(lateRow(clock, undefined)).toBeUndefined();
  });
});
