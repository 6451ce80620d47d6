import { weekdays } from './calendar-text.js';

/** The days of a month by weeks that begin on Monday; undefined before its first and after its last day. */
export function weeksOf<Day extends { weekday: string }>(
  days: readonly Day[],
): (Day | undefined)[][] {
  const before = days[0] ? weekdays.findIndex((one) => one === days[0]!.weekday) : 0;
  const cells: (Day | undefined)[] = [...Array<undefined>(Math.max(0, before)), ...days];
  while (cells.length % 7 !== 0) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
