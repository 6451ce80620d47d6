import { Temporal } from 'temporal-polyfill';
import type { Instant } from './calendar-spec.js';

/** Days since 1970-01-01 of a calendar date; dates are counted, never added up in milliseconds. */
export type DayNumber = number;

const dayMs = 86_400_000;

/** The instant of a wall time: minutes since midnight of a day in a zone. A gap resolves to its end, a fold to its first pass. */
export type WallClock = (day: DayNumber, minutes: number) => Instant;

/** Midnights are looked up once per zone: calendars share zones, and the look-up is what compiling costs. */
const wallClocks = new Map<string, WallClock>();

/** @throws RangeError when the zone is unknown */
export function wallClock(tz: string): WallClock {
  let found = wallClocks.get(tz);
  if (!found) wallClocks.set(tz, (found = makeWallClock(tz)));
  return found;
}

function makeWallClock(tz: string): WallClock {
  const known = new Map<DayNumber, Instant>();
  const startOf = (day: DayNumber): Instant => {
    let start = known.get(day);
    if (start === undefined) {
      start = plainDate(day).toZonedDateTime({ timeZone: tz }).epochMilliseconds;
      known.set(day, start);
    }
    return start;
  };
  return (day, minutes) => {
    if (minutes >= 1440) return startOf(day + 1);
    const start = startOf(day);
    // A day of 24 hours has no change of offset: arithmetic is exact and a hundred times cheaper.
    if (startOf(day + 1) - start === dayMs) return start + minutes * 60_000;
    return plainDate(day).toZonedDateTime({
      timeZone: tz,
      plainTime: new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60),
    }).epochMilliseconds;
  };
}

/** The date an instant falls on in a zone, and the milliseconds of wall time since its midnight. */
export function dateIn(tz: string, instant: Instant): { day: DayNumber; wallMs: number } {
  const wall = instant + offsetAt(tz, instant);
  const day = Math.floor(wall / dayMs);
  return { day, wallMs: wall - day * dayMs };
}

interface OffsetSpan {
  from: Instant;
  until: Instant;
  offsetMs: number;
}

/** The span of one offset that was looked up last, per zone: clocks started together fall into the same one. */
const lastSpans = new Map<string, OffsetSpan>();
const longestSpanMs = 30 * dayMs;

function offsetAt(tz: string, instant: Instant): number {
  const last = lastSpans.get(tz);
  if (last && instant >= last.from && instant < last.until) return last.offsetMs;
  const span = findSpan(tz, instant);
  lastSpans.set(tz, span);
  return span.offsetMs;
}

/** The time around an instant during which the zone's offset stays what it is, at most 30 days each way. */
function findSpan(tz: string, instant: Instant): OffsetSpan {
  const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(tz);
  const offsetOf = (ms: number) => at(ms).offsetNanoseconds / 1e6;
  const offsetMs = offsetOf(instant);
  const previous = at(instant + 1).getTimeZoneTransition('previous')?.epochMilliseconds;
  const next = at(instant).getTimeZoneTransition('next')?.epochMilliseconds;
  const from = Math.max(previous ?? -Infinity, instant - longestSpanMs);
  const until = Math.min(next ?? Infinity, instant + longestSpanMs);
  // Far from today a look-up of transitions may know of none: then the span is this instant alone.
  if (offsetOf(from) !== offsetMs) return { from: instant, until: instant + 1, offsetMs };
  if (offsetOf(until - 1) !== offsetMs) return { from: instant, until: instant + 1, offsetMs };
  return { from, until, offsetMs };
}

/** 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The day number of `YYYY-MM-DD`. */
export function dayOf(date: string): DayNumber {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

function plainDate(day: DayNumber): Temporal.PlainDate {
  const date = new Date(day * dayMs);
  return new Temporal.PlainDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
