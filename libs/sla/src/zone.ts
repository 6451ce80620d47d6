import { Temporal } from 'temporal-polyfill';
import type { Instant } from './calendar-spec.js';

/** Days since 1970-01-01 of a calendar date; dates are counted, never added up in milliseconds. */
export type DayNumber = number;

export const dayMs = 86_400_000;

/** Transitions are searched this far at least, so that neighbouring look-ups share the work. */
const leastReachMs = 366 * dayMs;
/** The zone library looks for a next transition 1 098 days ahead, or further; none found means none there. */
const searchedMs = 1_090 * dayMs;
/** From one age to another that far away the table starts anew, instead of filling the ages between. */
export const farApartDays = 146_097;

const zones = new Map<string, Zone>();

/**
 * The offsets of a zone; one per zone and process, as calendars share zones.
 * @throws RangeError when the zone is unknown
 */
export function zoneOf(tz: string): Zone {
  let found = zones.get(tz);
  if (!found) zones.set(tz, (found = new Zone(tz)));
  return found;
}

export function isZone(tz: string): boolean {
  try {
    zoneOf(tz);
    return true;
  } catch {
    return false;
  }
}

/**
 * A zone as a sorted table of spans of one offset each, from transition to transition. A look-up through
 * Temporal takes 10 us, one in the table 0.02; a year of daylight saving costs two look-ups.
 */
export class Zone {
  /** Where each span starts; it ends where the next one starts, the last one at `coveredUntil`. */
  readonly starts: number[] = [];
  /** Milliseconds that wall time is ahead of UTC in each span. */
  readonly offsets: number[] = [];
  coveredUntil: Instant = -Infinity;
  private latest = 0;

  constructor(readonly tz: string) {
    this.lookUp(0);
  }

  /** Makes the table hold every transition from `from` to `until`. Indexes of spans may change. */
  cover(from: Instant, until: Instant): void {
    const first = this.starts[0];
    const isFar =
      first !== undefined &&
      Math.max(first - until, from - this.coveredUntil) > farApartDays * dayMs;
    if (first === undefined || isFar) {
      this.starts.length = 0;
      this.offsets.length = 0;
      this.latest = 0;
      this.coveredUntil = this.append(from - leastReachMs, until + leastReachMs);
      return;
    }
    if (until >= this.coveredUntil) {
      this.coveredUntil = this.append(this.coveredUntil, until + leastReachMs);
    }
    if (from < first) {
      const starts = this.starts.splice(0);
      const offsets = this.offsets.splice(0);
      this.latest = 0;
      this.append(from - leastReachMs, first, first);
      // The first span known so far may have begun before what was looked up.
      const isContinued = this.offsets[this.offsets.length - 1] === offsets[0];
      for (let i = isContinued ? 1 : 0; i < starts.length; i += 1) {
        this.starts.push(starts[i]!);
        this.offsets.push(offsets[i]!);
      }
    }
  }

  /** The index of the span an instant is in. */
  spanAt(instant: Instant): number {
    const { starts } = this;
    if (!(instant >= starts[0]! && instant < this.coveredUntil)) this.cover(instant, instant);
    let low = this.latest;
    const isLatest =
      instant >= starts[low]! && (low + 1 === starts.length || instant < starts[low + 1]!);
    if (isLatest) return low;
    low = 0;
    for (let high = starts.length; high - low > 1;) {
      const middle = (low + high) >>> 1;
      if (starts[middle]! <= instant) low = middle;
      else high = middle;
    }
    this.latest = low;
    return low;
  }

  /** Milliseconds that wall time is ahead of UTC at an instant. */
  offsetAt(instant: Instant): number {
    return this.offsets[this.spanAt(instant)]!;
  }

  /**
   * The instant of a wall time, given in milliseconds since 1970-01-01T00:00 of that wall. As RFC 5545
   * (3.3.5) and Temporal have it, a time that occurs twice is its first pass, and one that is skipped keeps
   * the offset before the gap: 02:30 becomes 03:30.
   */
  instantOf(wall: number): Instant {
    // No offset reaches 26 hours, so the wall shows this time in this span or in one soon after.
    let span = this.spanAt(wall - 26 * 3_600_000);
    if (wall + dayMs >= this.coveredUntil) {
      this.cover(wall, wall + dayMs);
      span = this.spanAt(wall - 26 * 3_600_000);
    }
    const { starts, offsets } = this;
    while (span + 1 < starts.length && starts[span + 1]! + offsets[span]! <= wall) {
      if (starts[span + 1]! + offsets[span + 1]! > wall) break;
      span += 1;
    }
    return wall - offsets[span]!;
  }

  /** Appends the spans from `from` on; returns how far the zone is known then, `until` or beyond. */
  private append(from: Instant, until: Instant, end = Infinity): Instant {
    let at = from;
    let known = from;
    for (let isNew = true; known < until;) {
      const zoned = this.lookUp(at);
      if (isNew) this.push(at, zoned.offsetNanoseconds / 1e6);
      const next = zoned.getTimeZoneTransition('next');
      isNew = next !== null && next.epochMilliseconds < end;
      if (next === null) at = known = at + searchedMs;
      else at = known = next.epochMilliseconds;
    }
    return known;
  }

  private push(start: Instant, offset: number): void {
    if (this.offsets[this.offsets.length - 1] === offset) return;
    this.starts.push(start);
    this.offsets.push(offset);
  }

  private lookUp(instant: Instant): Temporal.ZonedDateTime {
    return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(this.tz);
  }
}

/** The date an instant falls on in a zone, and the milliseconds of wall time since its midnight. */
export function dateIn(tz: string, instant: Instant): { day: DayNumber; wallMs: number } {
  const wall = instant + zoneOf(tz).offsetAt(instant);
  const day = Math.floor(wall / dayMs);
  return { day, wallMs: wall - day * dayMs };
}

/** 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The day number of `YYYY-MM-DD`; by digits, as parsing dates is what compiling small calendars costs. */
export function dayOf(date: string): DayNumber {
  const digit = (index: number) => date.charCodeAt(index) - 48;
  const year = digit(0) * 1_000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  const month = digit(5) * 10 + digit(6);
  // Counted from March on, leap days come last (Hinnant, days_from_civil).
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + digit(8) * 10 + digit(9) - 1;
  const leapDays =
    Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}

/** `YYYY-MM-DD` of a day number. */
export function dateOf(day: DayNumber): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
