import type { BusinessCalendar } from './business-calendar.js';
import { minutesOf, weekdays } from './calendar-spec.js';
import type { Instant, Window } from './calendar-spec.js';
import { dateIn, weekdayOf } from './zone.js';
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
  /** What people call the holiday or make-up day; '' where nobody said. */
  readonly name: string;
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

const dayMs = 86_400_000;

/** The dates of a calendar, each worked out once: an explanation looks at the same few again and again. */
export class CalendarDays {
  private readonly known = new Map<DayNumber, CalendarDay>();
  private readonly holidays: ReadonlySet<string>;

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
    const { day, start, end } = this.at(instant);
    const isEven = end - start === dayMs;
    const wallMs = isEven ? instant - start : dateIn(this.calendar.spec.tz, instant).wallMs;
    const date = new Date(day * dayMs);
    return {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      date: date.getUTCDate(),
      weekday: weekdayOf(day),
      time: timeOfDay(wallMs),
    };
  }

  private look(day: DayNumber): CalendarDay {
    const { spec } = this.calendar;
    const windows = this.calendar.windowsOf(day);
    const weekly = spec.hours[weekdays[weekdayOf(day)]!];
    const date = new Date(day * dayMs).toISOString().slice(0, 10);
    const isException = this.holidays.has(date) || Object.hasOwn(spec.overrides, date);
    const name = spec.names?.[date] ?? '';
    // A window over midnight may reach into the hours of this date: that time counted already.
    let covered = -Infinity;
    for (const window of this.calendar.windowsOf(day - 1)) {
      covered = Math.max(covered, this.span(day - 1, window)[1]);
    }
    const spans: [Instant, Instant][] = [];
    let workedMs = 0;
    for (const [from, to] of this.spansOf(day, windows)) {
      const start = Math.max(from, covered);
      if (start >= to) continue;
      spans.push([start, to]);
      workedMs += to - start;
      covered = to;
    }
    return {
      day,
      start: this.calendar.at(day, 0),
      end: this.calendar.at(day + 1, 0),
      kind: kindOf(windows, weekly, isException, name),
      name,
      spans,
      workedMs,
      hours: windows.map(([from, to]) => `${from}-${to}`).join(' '),
    };
  }

  private spansOf(day: DayNumber, windows: readonly Window[]): [Instant, Instant][] {
    return windows.map((window) => this.span(day, window)).sort((a, b) => a[0] - b[0]);
  }

  private span(day: DayNumber, [from, to]: Window): [Instant, Instant] {
    const start = minutesOf(from);
    const end = minutesOf(to);
    const { calendar } = this;
    return [calendar.at(day, start), calendar.at(end > start ? day : day + 1, end)];
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
  name: string,
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
