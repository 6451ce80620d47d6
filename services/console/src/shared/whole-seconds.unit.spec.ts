import { describe, expect, it } from '@jest/globals';
import { inWholeSeconds, usedInRows } from './whole-seconds.js';

const reckoned = (spans: readonly (readonly [from: string, to: string, countedMs?: number])[]) => {
  let totalMs = 0;
  return inWholeSeconds(
    spans.map(([from, to, countedMs = Date.parse(to) - Date.parse(from)]) => {
      totalMs += countedMs;
      return { from, to, countedMs, totalMs };
    }),
  );
};

describe('the rows of a reckoning in whole seconds', () => {
  it('count what lies between their ends as they are shown, and add up to the total', () => {
    const rows = reckoned([
      ['2026-11-30T09:00:16.400Z', '2026-11-30T10:00:00.000Z'],
      ['2026-11-30T10:00:00.000Z', '2026-12-01T01:00:00.000Z', 0],
      ['2026-12-01T01:00:00.000Z', '2026-12-01T02:00:16.400Z'],
    ]);
    expect(rows.map(({ countedMs }) => countedMs)).toEqual([3_584_000, 0, 3_616_000]);
    expect(rows.map(({ totalMs }) => totalMs)).toEqual([3_584_000, 3_584_000, 7_200_000]);
  });

  it('that counted in part count what they bring their total on by', () => {
    const rows = reckoned([
      ['2026-11-30T09:00:00.000Z', '2026-11-30T12:00:00.000Z', 2_109_600],
      ['2026-11-30T12:00:00.000Z', '2026-11-30T18:00:00.000Z', 8_690_400],
    ]);
    expect(rows.map(({ countedMs }) => countedMs)).toEqual([2_109_000, 8_691_000]);
    expect(rows.at(-1)?.totalMs).toBe(10_800_000);
  });
});

describe('what was used by now', () => {
  // 3 583.6 s, in hundredths of a minute.
  const usedMs = 59.73 * 60_000;
  const rows = (fromBreak: string) => [
    {
      ...{ from: '2026-11-30T09:00:16.400Z', to: '2026-11-30T10:00:00.000Z' },
      ...{ countedMs: 3_583_600, totalMs: 3_583_600 },
    },
    {
      ...{ from: '2026-11-30T10:00:00.000Z', to: fromBreak },
      ...{ countedMs: 0, totalMs: 3_583_600 },
    },
    {
      ...{ from: fromBreak, to: '2026-11-30T13:00:16.400Z' },
      ...{ countedMs: 3_616_400, totalMs: 7_200_000 },
    },
  ];

  it('is as the rows up to a break say it, while that lasts', () => {
    expect(usedInRows(rows('2026-11-30T12:00:00.000Z'), usedMs)).toBe(3_584_000);
  });

  it('is as it is told while time counts', () => {
    expect(usedInRows(rows('2026-11-30T12:00:00.000Z'), 4_000_000)).toBe(4_000_000);
    expect(usedInRows([], 1_000)).toBe(1_000);
  });
});
