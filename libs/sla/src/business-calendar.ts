import { minutesOf, weekdays } from './calendar-spec.js';
import type { CalendarSpec, Instant, Window } from './calendar-spec.js';
import { dateIn, dayOf, wallClock, weekdayOf } from './zone.js';
import type { DayNumber } from './zone.js';

/** A calendar without any working time: nothing could ever fall due on it. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';
}

const chunkDays = 366;
/** Chunks searched for working time before a calendar counts as having none: 20 years of closed days. */
const emptyChunksAllowed = 20;

/**
 * Working intervals of a calendar as sorted arrays with prefix sums, extended on demand in both
 * directions, so that adding and measuring working time are binary searches, flat in the span.
 */
export class BusinessCalendar {
  private readonly toInstant;
  /** The hours of holidays (none, unless overridden) and of overridden dates. */
  private readonly exceptions = new Map<DayNumber, readonly Window[]>();
  private starts: number[] = [];
  private ends: number[] = [];
  /** Working milliseconds before interval i, from the table's first one. */
  private sums: number[] = [];
  private firstDay: DayNumber | undefined;
  private nextDay: DayNumber | undefined;
  private readonly closings = new Map<DayNumber, Instant>();
  private coveredFrom = Infinity;
  private coveredUntil = -Infinity;

  /** @throws CalendarError when the zone is unknown or no window is left */
  constructor(readonly spec: CalendarSpec) {
    try {
      this.toInstant = wallClock(spec.tz);
      this.toInstant(0, 0);
    } catch {
      throw new CalendarError(`calendar ${spec.id}: unknown time zone ${spec.tz}`);
    }
    for (const date of spec.holidays) this.exceptions.set(dayOf(date), []);
    for (const [date, windows] of Object.entries(spec.overrides)) {
      this.exceptions.set(dayOf(date), windows);
    }
    const hasWeekly = weekdays.some((weekday) => spec.hours[weekday].length > 0);
    if (!hasWeekly && !Object.values(spec.overrides).some((windows) => windows.length > 0)) {
      throw new CalendarError(`calendar ${spec.id} has no working time at all`);
    }
  }

  /** The instant at which `ms` of working time from `start` are used up; 0 gives the next working instant. */
  addWorking(start: Instant, ms: number): Instant {
    this.cover(start);
    const target = this.workedBefore(start) + ms;
    while (target > this.total()) this.extendForward();
    if (ms === 0) return this.nextWorking(start);
    // The interval in which the sum is reached; at a closing instant the closing one, not the next opening.
    let index = lowerBound(this.sums, target) - 1;
    if (index < 0) index = 0;
    return this.starts[index]! + (target - this.sums[index]!);
  }

  /** Working milliseconds between two instants, 0 when `end` is not after `start`. */
  workingBetween(start: Instant, end: Instant): number {
    if (end <= start) return 0;
    this.cover(start);
    this.cover(end);
    return this.workedBefore(end) - this.workedBefore(start);
  }

  /** `instant` when it is working time, otherwise the next opening. */
  nextWorking(instant: Instant): Instant {
    this.cover(instant);
    for (;;) {
      const index = upperBound(this.ends, instant);
      if (index < this.ends.length) return Math.max(instant, this.starts[index]!);
      this.extendForward();
    }
  }

  /** The nth working day after the one of `start` (n >= 1), as a day number of the zone. */
  workingDayAfter(start: Instant, days: number): DayNumber {
    let { day } = dateIn(this.spec.tz, start);
    let empty = 0;
    for (let left = days; left > 0;) {
      day += 1;
      if (this.windowsOf(day).length > 0) {
        left -= 1;
        empty = 0;
      } else if ((empty += 1) > chunkDays * emptyChunksAllowed) {
        throw new CalendarError(`calendar ${this.spec.id} has no working day left`);
      }
    }
    return day;
  }

  /** The last closing instant of a working day. */
  closingOf(day: DayNumber): Instant {
    let closing = this.closings.get(day);
    if (closing === undefined) {
      closing = Math.max(...this.windowsOf(day).map((window) => this.span(day, window)[1]));
      this.closings.set(day, closing);
    }
    return closing;
  }

  windowsOf(day: DayNumber): readonly Window[] {
    return this.exceptions.get(day) ?? this.spec.hours[weekdays[weekdayOf(day)]!];
  }

  /** Wall time on a day of this calendar's zone. */
  at(day: DayNumber, minutes: number): Instant {
    return this.toInstant(day, minutes);
  }

  private total(): number {
    const last = this.starts.length - 1;
    return last < 0 ? 0 : this.sums[last]! + this.ends[last]! - this.starts[last]!;
  }

  private workedBefore(instant: Instant): number {
    const index = upperBound(this.starts, instant) - 1;
    if (index < 0) return 0;
    return this.sums[index]! + Math.min(instant, this.ends[index]!) - this.starts[index]!;
  }

  /** Makes the table reach two days beyond `instant` on both sides: windows may run over midnight. */
  private cover(instant: Instant): void {
    if (instant > this.coveredFrom && instant < this.coveredUntil) return;
    const day = Math.floor(instant / 86_400_000);
    if (this.firstDay === undefined) {
      this.firstDay = day - 4;
      this.nextDay = day - 4;
    }
    if (day - 4 < this.firstDay) this.extendBackward(day - 4);
    while (day + 4 > this.nextDay!) this.addDays(chunkDays);
    this.coveredFrom = this.at(this.firstDay, 0) + 2 * 86_400_000;
    this.coveredUntil = this.at(this.nextDay!, 0) - 2 * 86_400_000;
  }

  private extendForward(): void {
    const before = this.starts.length;
    for (let chunk = 0; chunk < emptyChunksAllowed; chunk += 1) {
      this.addDays(chunkDays);
      if (this.starts.length > before) return;
    }
    throw new CalendarError(`calendar ${this.spec.id} has no working time left`);
  }

  private extendBackward(firstDay: DayNumber): void {
    const until = this.nextDay!;
    this.starts = [];
    this.ends = [];
    this.sums = [];
    this.firstDay = firstDay - chunkDays;
    this.nextDay = this.firstDay;
    this.addDays(until - this.firstDay);
  }

  private addDays(count: number): void {
    const until = this.nextDay! + count;
    for (let day = this.nextDay!; day < until; day += 1) {
      const spans = this.windowsOf(day).map((window) => this.span(day, window));
      spans.sort((a, b) => a[0] - b[0]);
      for (const [start, end] of spans) this.addInterval(start, end);
    }
    this.nextDay = until;
  }

  /** Joins an interval that touches or overlaps the last one: 24x7 is one long interval. */
  private addInterval(start: Instant, end: Instant): void {
    const last = this.ends.length - 1;
    if (end <= start) return;
    if (last >= 0 && start <= this.ends[last]!) {
      this.ends[last] = Math.max(this.ends[last]!, end);
      return;
    }
    this.sums.push(this.total());
    this.starts.push(start);
    this.ends.push(end);
  }

  private span(day: DayNumber, [from, to]: Window): [Instant, Instant] {
    const start = minutesOf(from);
    const end = minutesOf(to);
    return [this.at(day, start), end > start ? this.at(day, end) : this.at(day + 1, end)];
  }
}

/** First index whose value is at or above `value`. */
function lowerBound(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First index whose value is above `value`. */
function upperBound(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
