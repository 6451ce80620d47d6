import type { BusinessCalendar } from './business-calendar.js';
import { weekdays } from './calendar-spec.js';
import type { DayName, Instant, Window } from './calendar-spec.js';
import { dateOf, dayMs, weekdayOf } from './zone.js';
import type { DayNumber } from './zone.js';

/**
 * What a date is on a calendar: a day of the weekly hours, one that the week leaves free, a day that was
 * closed although nothing else says so, one that is worked although the week leaves it free (调休), or
 * one with other hours than its weekday has.
 */
export type DayKind = 'plain' | 'off' | 'holiday' | 'make-up' | 'special';

/** A date of a calendar's zone as explanations see it. */
export interface CalendarDay {
  readonly day: DayNumber;
  readonly start: Instant;
  /** Where the next date starts. */
  readonly end: Instant;
  readonly kind: DayKind;
  /** What people call the holiday or make-up day, '' where nobody said; days of one name have the same. */
  readonly name: DayName;
  /** Working time that starts on this date, in order and without what the date before already covers. */
  readonly spans: readonly (readonly [Instant, Instant])[];
  readonly workedMs: number;
  /** `09:00-12:00 13:00-18:00` */
  readonly hours: string;
}

/** A wall time of the calendar's zone. */
export interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly date: number;
  /** 0 for Monday. */
  readonly weekday: number;
  /** `11:00`, with seconds and milliseconds only where there are some. */
  readonly time: string;
}

/** The dates of a calendar, each worked out once: an explanation looks at the same few again and again. */
export class CalendarDays {
  private readonly known = new Map<DayNumber, CalendarDay>();
  private readonly holidays: ReadonlySet<string>;
  private readonly names = new Map<string, DayName>();

  constructor(readonly calendar: BusinessCalendar) {
    this.holidays = new Set(calendar.spec.holidays);
  }

  day(day: DayNumber): CalendarDay {
    let found = this.known.get(day);
    if (!found) this.known.set(day, (found = this.look(day)));
    return found;
  }

  /** The date an instant falls on. */
  at(instant: Instant): CalendarDay {
    let found = this.day(Math.floor(instant / dayMs));
    while (found.start > instant) found = this.day(found.day - 1);
    while (found.end <= instant) found = this.day(found.day + 1);
    return found;
  }

  wallTime(instant: Instant): WallTime {
    const wall = this.calendar.wallOf(instant);
    const day = Math.floor(wall / dayMs);
    const date = new Date(day * dayMs);
    return {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      date: date.getUTCDate(),
      weekday: weekdayOf(day),
      time: timeOfDay(wall - day * dayMs),
    };
  }

  private look(day: DayNumber): CalendarDay {
    const { calendar, holidays } = this;
    const { spec } = calendar;
    const windows = calendar.windowsOf(day);
    const weekly = spec.hours[weekdays[weekdayOf(day)]!];
    const date = dateOf(day);
    const isException = holidays.has(date) || Object.hasOwn(spec.overrides, date);
    const name = this.shared(spec.names?.[date] ?? '');
    const start = calendar.at(day, 0);
    const end = calendar.at(day + 1, 0);
    // Hours that begin on this date end on the next one at the latest.
    const spans = calendar
      .intervalsBetween(start - dayMs, end + 2 * dayMs)
      .filter((interval) => interval.day === day)
      .map((interval) => [interval.start, interval.end] as const);
    return {
      ...{ day, start, end, name, spans },
      kind: kindOf(windows, weekly, isException, name),
      workedMs: spans.reduce((sum, [from, to]) => sum + to - from, 0),
      hours: windows.map(([from, to]) => `${from}-${to}`).join(' '),
    };
  }

  /** Names in two languages are compared as one thing, so equal ones are made the same. */
  private shared(name: DayName): DayName {
    if (typeof name === 'string') return name;
    const key = `${name.zh}\n${name.en}`;
    const known = this.names.get(key) ?? name;
    this.names.set(key, known);
    return known;
  }
}

const tables = new WeakMap<BusinessCalendar, CalendarDays>();

/** The dates of a calendar; one table per compiled calendar. */
export function daysOf(calendar: BusinessCalendar): CalendarDays {
  let found = tables.get(calendar);
  if (!found) tables.set(calendar, (found = new CalendarDays(calendar)));
  return found;
}

function kindOf(
  windows: readonly Window[],
  weekly: readonly Window[],
  isException: boolean,
  name: DayName,
): DayKind {
  if (windows.length === 0) {
    return isException && (weekly.length > 0 || name !== '') ? 'holiday' : 'off';
  }
  if (!isException) return 'plain';
  return weekly.length === 0 ? 'make-up' : 'special';
}

function timeOfDay(wallMs: number): string {
  const minutes = Math.floor(wallMs / 60_000);
  const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  const rest = wallMs - minutes * 60_000;
  if (rest === 0) return time;
  const seconds = `${time}:${two(Math.floor(rest / 1_000))}`;
  return rest % 1_000 === 0 ? seconds : `${seconds}.${String(rest % 1_000).padStart(3, '0')}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
