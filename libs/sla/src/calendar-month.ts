import { weekdays } from './calendar-spec.js';
import type { CalendarSpec, DayName, Window } from './calendar-spec.js';
import { calendarAt, calendarReference } from './policy-calendars.js';
import type { Policy } from './policy.js';
import { dayMs, dayOf, weekdayOf, zoneOf } from './zone.js';

/** One day of a calendar as people look at it. */
export interface CalendarDay {
  date: string;
  weekday: (typeof weekdays)[number];
  windows: Window[];
  isOpen: boolean;
  /** Why the day is not as its weekday usually is. */
  exception: 'holiday' | 'make-up' | 'other-hours' | null;
  /** What people call it. */
  name: DayName | null;
  /** The version of the calendar that counts on it. */
  calendar: string;
}

/** Every day of a month (`2026-10`), each on the version of the calendar valid then. */
export function calendarMonth(
  policy: Pick<Policy, 'calendars'>,
  id: string,
  month: string,
): CalendarDay[] {
  const first = dayOf(`${month}-01`);
  const next = new Date(first * dayMs);
  next.setUTCMonth(next.getUTCMonth() + 1);
  const count = next.getTime() / dayMs - first;
  const { tz } = calendarAt(policy, id, first * dayMs);
  return Array.from({ length: count }, (_, index) => {
    const day = first + index;
    return dayView(calendarAt(policy, id, zoneOf(tz).instantOf(day * dayMs)), day);
  });
}

function dayView(spec: CalendarSpec, day: number): CalendarDay {
  const date = new Date(day * dayMs).toISOString().slice(0, 10);
  const weekday = weekdays[weekdayOf(day)]!;
  const usual = spec.hours[weekday];
  const override = spec.overrides[date];
  const windows = override ?? (spec.holidays.includes(date) ? [] : usual);
  return {
    date,
    weekday,
    windows,
    isOpen: windows.length > 0,
    exception: exceptionOf(usual, windows, spec.holidays.includes(date) || override !== undefined),
    name: spec.names?.[date] ?? null,
    calendar: calendarReference(spec),
  };
}

function exceptionOf(
  usual: readonly Window[],
  windows: readonly Window[],
  isNamed: boolean,
): CalendarDay['exception'] {
  if (!isNamed) return null;
  if (windows.length === 0) return 'holiday';
  if (usual.length === 0) return 'make-up';
  return String(usual) === String(windows) ? null : 'other-hours';
}
