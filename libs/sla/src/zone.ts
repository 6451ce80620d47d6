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
  const known = new Map<DayNumber, Temporal.ZonedDateTime>();
  const startOf = (day: DayNumber) => {
    let start = known.get(day);
    if (!start) {
      start = plainDate(day).toZonedDateTime({ timeZone: tz });
      known.set(day, start);
    }
    return start;
  };
  return (day, minutes) => {
    if (minutes >= 1440) return startOf(day + 1).epochMilliseconds;
    const start = startOf(day);
    // A day of 24 hours has no change of offset: arithmetic is exact and a hundred times cheaper.
    const plain = startOf(day + 1).epochMilliseconds - start.epochMilliseconds === dayMs;
    if (plain) return start.epochMilliseconds + minutes * 60_000;
    return plainDate(day).toZonedDateTime({
      timeZone: tz,
      plainTime: new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60),
    }).epochMilliseconds;
  };
}

/** The date an instant falls on in a zone, and the milliseconds of wall time since its midnight. */
export function dateIn(tz: string, instant: Instant): { day: DayNumber; wallMs: number } {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(tz);
  const wallMs = ((zoned.hour * 60 + zoned.minute) * 60 + zoned.second) * 1000 + zoned.millisecond;
  return { day: Date.UTC(zoned.year, zoned.month - 1, zoned.day) / dayMs, wallMs };
}

/** 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function isoDate(day: DayNumber): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

function plainDate(day: DayNumber): Temporal.PlainDate {
  const date = new Date(day * dayMs);
  return new Temporal.PlainDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
