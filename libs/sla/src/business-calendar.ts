import { isOvernight, minutesOf, weekdays } from './calendar-spec.js';
import type { CalendarSpec, Instant, Window } from './calendar-spec.js';
import { WorkingTable } from './working-table.js';
import type { DayHours } from './working-table.js';
import { dateOf, dayMs, dayOf, farApartDays, weekdayOf, zoneOf } from './zone.js';
import type { DayNumber, Zone } from './zone.js';

/** A calendar that can't answer: unknown zone, no working time at all or none left, years beyond 9999. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';
}

/** Dates have four digits. */
const earliestDay = dayOf('0001-01-10');
const latestDay = dayOf('9999-12-20');
const endlessDays = latestDay - earliestDay;
/** What the first table reaches; little, as many a calendar is asked once, about what is to come. */
const reachBackDays = 6;
const reachDays = 42;
const minuteMs = 60_000;

/** A span of working time that belongs to a day; the next one may begin where it ends. */
export interface WorkingInterval {
  start: Instant;
  end: Instant;
  day: DayNumber;
}

/**
 * Working time of a calendar: adding, measuring and counting days take the same time over any span. The
 * table behind grows on demand, by at least its own size in either direction; there is no horizon but the
 * years 1 to 9999. Answers never depend on what was asked before.
 */
export class BusinessCalendar {
  private readonly zone: Zone;
  private readonly weekly: readonly DayHours[];
  /** The hours of holidays (none, unless overridden) and of overridden dates. */
  private readonly exceptions = new Map<DayNumber, DayHours>();
  /** First and last day that may have working time: endless with weekly hours. */
  private readonly firstWorkday: DayNumber = earliestDay;
  private readonly lastWorkday: DayNumber = latestDay;
  /** How dense the weekly hours are: for guesses at how far the table must reach. */
  private readonly dailyMs: number;
  private readonly workdayShare: number;
  private table: WorkingTable | undefined;

  /** @throws CalendarError when the zone is unknown or no window is left */
  constructor(readonly spec: CalendarSpec) {
    try {
      this.zone = zoneOf(spec.tz);
    } catch {
      throw new CalendarError(`calendar ${spec.id}: unknown time zone ${spec.tz}`);
    }
    this.weekly = weekdays.map((weekday) => dayHours(spec.hours[weekday]));
    const openDays: DayNumber[] = [];
    for (const date of spec.holidays) this.exceptions.set(dayOf(date), []);
    for (const [date, windows] of Object.entries(spec.overrides)) {
      const day = dayOf(date);
      this.exceptions.set(day, dayHours(windows));
      if (windows.length > 0) openDays.push(day);
    }
    const open = this.weekly.filter((hours) => hours.length > 0);
    this.workdayShare = Math.max(1, open.length) / 7;
    this.dailyMs = Math.max(minuteMs, open.reduce((sum, hours) => sum + lengthOf(hours), 0) / 7);
    if (open.length > 0) return;
    if (openDays.length === 0) {
      throw new CalendarError(`calendar ${spec.id} has no working time at all`);
    }
    this.firstWorkday = openDays.reduce((a, b) => Math.min(a, b));
    this.lastWorkday = openDays.reduce((a, b) => Math.max(a, b));
  }

  /**
   * The instant at which `ms` of working time from `start` are used up: at a closing instant that one, not
   * the next opening. 0 gives the next working instant; negative time counts back.
   * @throws CalendarError when the calendar has no such time
   */
  addWorking(start: Instant, ms: number): Instant {
    if (ms === 0) return this.nextWorking(start);
    let table = this.tableAt(start);
    for (;;) {
      const target = table.workedBefore(start, table.intervalAt(start)) + ms;
      if (target > table.total) {
        table = this.growForward(table, (target - table.total) / this.dailyMs);
        continue;
      }
      const instant = target > 0 ? table.instantAtSum(target) : -Infinity;
      if (instant >= table.from) return instant;
      table = this.growBackward(table, -target / this.dailyMs);
    }
  }

  /** Working milliseconds between two instants, 0 when `end` is not after `start`. */
  workingBetween(start: Instant, end: Instant): number {
    if (end <= start) return 0;
    let table = this.tableAt(end);
    if (start < table.from) table = this.extend(start, end);
    return (
      table.workedBefore(end, table.intervalAt(end)) -
      table.workedBefore(start, table.intervalAt(start))
    );
  }

  /** Whether an instant is working time; a closing instant is not. */
  isWorking(instant: Instant): boolean {
    const table = this.tableAt(instant);
    return instant >= (table.starts[table.intervalAt(instant)] ?? Infinity);
  }

  /**
   * `instant` when it is working time, otherwise the next opening.
   * @throws CalendarError when none is left
   */
  nextWorking(instant: Instant): Instant {
    for (let table = this.tableAt(instant); ; table = this.growForward(table)) {
      const index = table.intervalAt(instant);
      if (index < table.starts.length) return Math.max(instant, table.starts[index]!);
    }
  }

  /**
   * The instants of working time between two instants, in order, cut at both ends: what a ledger lists.
   * Hours that run over midnight are one interval; 24x7 is one for each day.
   */
  intervalsBetween(start: Instant, end: Instant): WorkingInterval[] {
    if (end <= start) return [];
    let table = this.tableAt(end);
    if (start < table.from) table = this.extend(start, end);
    const found: WorkingInterval[] = [];
    for (let i = table.intervalAt(start); i < table.starts.length; i += 1) {
      if (table.starts[i]! >= end) break;
      found.push({
        start: Math.max(start, table.starts[i]!),
        end: Math.min(end, table.ends[i]!),
        day: table.owners[i]!,
      });
    }
    return found;
  }

  /**
   * The working day of an instant: the one whose hours it is in, otherwise the one that opens next. The
   * small hours of a night shift belong to the day on which it began.
   */
  workingDayOf(instant: Instant): DayNumber {
    for (let table = this.tableAt(instant); ; table = this.growForward(table)) {
      const index = table.intervalAt(instant);
      if (index < table.owners.length) return table.owners[index]!;
    }
  }

  /**
   * The nth working day after the working day of `start` (before it with negative n), as a day number of
   * the zone; a day is a working day when it has any working time.
   * @throws CalendarError when there is none
   */
  workingDayAfter(start: Instant, days: number): DayNumber {
    const day = this.workingDayOf(start);
    let table = this.tableAt(start);
    for (;;) {
      const rank = table.rankOf(day) + days;
      const found = table.workdays[rank];
      // On its first days the table does not know what shifts of the nights before cover.
      if (found !== undefined && found >= table.firstDay + 2) return found;
      const isBefore = rank < table.workdays.length;
      const missing = isBefore ? -rank : rank - table.workdays.length;
      const dayCount = missing / this.workdayShare;
      table = isBefore ? this.growBackward(table, dayCount) : this.growForward(table, dayCount);
    }
  }

  /**
   * The same time of day, n working days later. A start outside working time counts from the next opening.
   * The time may lie outside the hours of that day: see `dueInstant` for what a clock makes of it.
   */
  sameTimeAfter(start: Instant, days: number): Instant {
    const opening = this.nextWorking(start);
    const wall = opening + this.zone.offsetAt(opening);
    const moved = this.workingDayAfter(opening, days) - this.workingDayOf(opening);
    return this.zone.instantOf(wall + moved * dayMs);
  }

  /** The last closing instant of a working day. @throws CalendarError when it is none */
  closingOf(day: DayNumber): Instant {
    let table = this.table;
    if (!table || day < table.firstDay + 2 || day >= table.endDay)
      table = this.tableAt(day * dayMs);
    const rank = table.rankOf(day);
    if (table.workdays[rank] !== day) {
      throw new CalendarError(`calendar ${this.spec.id}: ${dateOf(day)} is no working day`);
    }
    return table.closings[rank]!;
  }

  /** The hours of a day as the calendar's author wrote them. */
  windowsOf(day: DayNumber): readonly Window[] {
    if (!this.exceptions.has(day)) return this.spec.hours[weekdays[weekdayOf(day)]!];
    return this.spec.overrides[dateOf(day)] ?? [];
  }

  /** Wall time on a day of this calendar's zone, by the rules of `Zone.instantOf`. */
  at(day: DayNumber, minutes: number): Instant {
    return this.zone.instantOf(day * dayMs + minutes * minuteMs);
  }

  /** Wall time in the zone, as milliseconds since 1970-01-01T00:00 of that wall. */
  wallOf(instant: Instant): number {
    return instant + this.zone.offsetAt(instant);
  }

  /** `days` calendar days later at the same wall time. */
  plusDays(instant: Instant, days: number): Instant {
    return this.zone.instantOf(this.wallOf(instant) + days * dayMs);
  }

  private tableAt(instant: Instant): WorkingTable {
    const { table } = this;
    if (table && instant >= table.from && instant < table.until) return table;
    return this.extend(instant, instant);
  }

  private extend(from: Instant, until: Instant): WorkingTable {
    const { table } = this;
    let firstDay = Math.floor(from / dayMs) - reachBackDays;
    let endDay = Math.floor(until / dayMs) + reachDays;
    if (!(firstDay >= earliestDay && endDay <= latestDay)) {
      throw new CalendarError(`calendar ${this.spec.id}: ${from} is outside the years 1 to 9999`);
    }
    if (table && firstDay > table.endDay - farApartDays && endDay < table.endDay + farApartDays) {
      const size = table.endDay - table.firstDay;
      if (firstDay < table.firstDay) firstDay = Math.min(firstDay, table.firstDay - size);
      if (endDay > table.endDay) endDay = Math.max(endDay, table.endDay + size);
      firstDay = Math.min(firstDay, table.firstDay);
      endDay = Math.max(endDay, table.endDay);
    }
    return this.build(firstDay, endDay);
  }

  /** Makes the table at least twice as long, and long enough for as many days as seem to be missing. */
  private growForward(table: WorkingTable, days = 0): WorkingTable {
    if (table.endDay > Math.min(this.lastWorkday + 2, latestDay - 1)) {
      throw new CalendarError(`calendar ${this.spec.id} has no working time left`);
    }
    if (!(days < endlessDays)) {
      throw new CalendarError(`calendar ${this.spec.id}: so much time ends after the year 9999`);
    }
    const more = Math.max(table.endDay - table.firstDay, Math.ceil(days * 1.1) + 8);
    const until = Math.min(table.endDay + more, this.lastWorkday + reachDays);
    return this.build(table.firstDay, until);
  }

  private growBackward(table: WorkingTable, days = 0): WorkingTable {
    if (table.firstDay < Math.max(this.firstWorkday - 2, earliestDay + 1)) {
      throw new CalendarError(`calendar ${this.spec.id} has no working time so early`);
    }
    if (!(days < endlessDays)) {
      throw new CalendarError(`calendar ${this.spec.id}: so much time begins before the year 1`);
    }
    const more = Math.max(table.endDay - table.firstDay, Math.ceil(days * 1.1) + 8);
    const from = Math.max(table.firstDay - more, this.firstWorkday - reachDays);
    return this.build(from, table.endDay);
  }

  private build(firstDay: DayNumber, endDay: DayNumber): WorkingTable {
    const { exceptions, weekly } = this;
    const hoursOf =
      exceptions.size === 0
        ? (day: DayNumber) => weekly[weekdayOf(day)]!
        : (day: DayNumber) => exceptions.get(day) ?? weekly[weekdayOf(day)]!;
    return (this.table = new WorkingTable(
      Math.max(firstDay, earliestDay),
      Math.min(endDay, latestDay),
      this.zone,
      hoursOf,
    ));
  }
}

/** Windows as milliseconds since midnight, in order. */
function dayHours(windows: readonly Window[]): DayHours {
  const hours: number[] = [];
  let isInOrder = true;
  for (const window of windows) {
    const from = minutesOf(window[0]) * minuteMs;
    if (from < hours[hours.length - 2]!) isInOrder = false;
    hours.push(from, minutesOf(window[1]) * minuteMs + (isOvernight(window) ? dayMs : 0));
  }
  if (isInOrder) return hours;
  const order = windows.map((_, i) => i).sort((a, b) => hours[2 * a]! - hours[2 * b]!);
  return order.flatMap((i) => [hours[2 * i]!, hours[2 * i + 1]!]);
}

function lengthOf(hours: DayHours): number {
  return hours.reduce((sum, at, i) => (i % 2 === 0 ? sum - at : sum + at), 0);
}
