import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { BusinessCalendar } from './business-calendar.js';
import { dueInstant } from './budget.js';
import { isOvernight, minutesOf, weekdays } from './calendar-spec.js';
import type { CalendarSpec, Instant, Window } from './calendar-spec.js';
import { dateOf, dayMs, dayOf } from './zone.js';

const minute = 60_000;
/** Gaps and folds of an hour, half an hour and a whole day, at midnight, at odd offsets, in Ramadan. */
const zones = [
  'UTC',
  'Asia/Shanghai',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Atlantic/Azores',
  'America/Sao_Paulo',
  'America/St_Johns',
  'America/Havana',
  'America/Santiago',
  'Asia/Tehran',
  'Asia/Gaza',
  'Asia/Beirut',
  'Africa/Cairo',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Antarctica/Troll',
  'America/Caracas',
  'Asia/Pyongyang',
  'Europe/Dublin',
  'Pacific/Norfolk',
];
const zone = fc.constantFrom(...zones);

const time = fc.integer({ min: 0, max: 24 * 12 - 1 }).map((step) => textOf(step * 5));
const windows: fc.Arbitrary<Window[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Window[]>([]) },
  { weight: 1, arbitrary: fc.constant<Window[]>([['00:00', '24:00']]) },
  // Several in a day, and one that may run over midnight.
  {
    weight: 5,
    arbitrary: fc
      .uniqueArray(time, { minLength: 2, maxLength: 6 })
      .map((times) => times.sort().flatMap((from, i) => pairAt(times, from, i))),
  },
  { weight: 2, arbitrary: fc.tuple(time, time).map((window) => [window]) },
);

/** A calendar with exceptions around a day, and an instant near it. */
const around = fc
  .record({
    tz: zone,
    near: fc.integer({ min: dayOf('1970-01-20'), max: dayOf('2100-01-01') }),
    atChange: fc.boolean(),
    hours: fc.tuple(windows, windows, windows, windows, windows, windows, windows),
    holidays: fc.uniqueArray(fc.integer({ min: -9, max: 20 }), { maxLength: 6 }),
    overrides: fc.uniqueArray(fc.tuple(fc.integer({ min: -9, max: 20 }), windows), {
      maxLength: 5,
      selector: ([day]) => day,
    }),
    offset: fc.integer({ min: -2 * dayMs, max: 2 * dayMs }),
  })
  .map(({ tz, near, atChange, hours, holidays, overrides, offset }) => {
    const start = atChange ? changeAfter(tz, near * dayMs) : near * dayMs;
    const day = Math.floor(start / dayMs);
    const spec: CalendarSpec = {
      id: 'random',
      version: 1,
      tz,
      hours: Object.fromEntries(
        weekdays.map((name, i) => [name, hours[i]]),
      ) as CalendarSpec['hours'],
      holidays: holidays.map((days) => dateOf(day + days)),
      overrides: Object.fromEntries(overrides.map(([days, open]) => [dateOf(day + days), open])),
    };
    if (hours.every((open) => open.length === 0)) spec.hours.wed = [['09:00', '17:00']];
    return { calendar: new BusinessCalendar(spec), start: start + offset };
  });
const spans = fc.integer({ min: 1, max: 40 * dayMs });
const runs = { numRuns: 2_000 };

describe('working time on random calendars', () => {
  it('measures back what it added, at the earliest instant', () => {
    fc.assert(
      fc.property(around, spans, ({ calendar, start }, ms) => {
        const due = calendar.addWorking(start, ms);
        expect(calendar.workingBetween(start, due)).toBe(ms);
        expect(calendar.workingBetween(start, due - 1)).toBe(ms - 1);
      }),
      runs,
    );
  });

  it('counts back what it counted on', () => {
    fc.assert(
      fc.property(around, spans, ({ calendar, start }, ms) => {
        expect(calendar.workingBetween(calendar.addWorking(start, -ms), start)).toBe(ms);
      }),
      runs,
    );
  });

  it('is due no earlier for a later start, and later for more', () => {
    fc.assert(
      fc.property(around, spans, spans, ({ calendar, start }, later, ms) => {
        expect(calendar.addWorking(start + later, ms)).toBeGreaterThanOrEqual(
          calendar.addWorking(start, ms),
        );
        expect(calendar.addWorking(start, ms + later)).toBeGreaterThan(
          calendar.addWorking(start, ms),
        );
      }),
      runs,
    );
  });

  it('adds up over any split, of the span and of the budget', () => {
    fc.assert(
      fc.property(around, spans, spans, ({ calendar, start }, a, b) => {
        const [middle, end] = [start + a, start + a + b];
        expect(calendar.workingBetween(start, middle) + calendar.workingBetween(middle, end)).toBe(
          calendar.workingBetween(start, end),
        );
        expect(calendar.addWorking(calendar.addWorking(start, a), b)).toBe(
          calendar.addWorking(start, a + b),
        );
      }),
      runs,
    );
  });

  it('ends working days at their close, in order, one after the other', () => {
    const days = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(around, days, days, spans, ({ calendar, start }, a, b, later) => {
        const due = (from: Instant, count: number) =>
          dueInstant(from, { unit: 'working-days', days: count, at: 'end-of-day' }, calendar);
        expect(due(start, a + b)).toBeGreaterThanOrEqual(due(start, a));
        expect(due(start + later, a)).toBeGreaterThanOrEqual(due(start, a));
        const day = calendar.workingDayAfter(start, a);
        expect(calendar.workingDayAfter(start, a + b)).toBeGreaterThan(day);
        expect(calendar.isWorking(calendar.closingOf(day) - 1)).toBe(true);
      }),
      runs,
    );
  });

  it('lists intervals that add up to what it measures', () => {
    fc.assert(
      fc.property(around, spans, ({ calendar, start }, span) => {
        const listed = calendar.intervalsBetween(start, start + span);
        const sum = listed.reduce((all, interval) => all + interval.end - interval.start, 0);
        expect(sum).toBe(calendar.workingBetween(start, start + span));
      }),
      runs,
    );
  });

  it('is what a walk from minute to minute finds', () => {
    const minutes = fc.integer({ min: 1, max: 900 });
    fc.assert(
      fc.property(around, minutes, ({ calendar, start }, span) => {
        const from = start - (start % minute);
        const walk = new MinuteWalk(calendar.spec);
        const worked = walk.between(from, from + span * minute);
        expect(calendar.workingBetween(from, from + span * minute)).toBe(worked * minute);
        const due = walk.due(from, span);
        if (due !== undefined) expect(calendar.addWorking(from, span * minute)).toBe(due);
      }),
      { numRuns: 500 },
    );
  });
});

/**
 * The definition, minute by minute: a minute is working time when the wall shows a time within the hours
 * of its date, or of the date before when these run over midnight. Knows no tables and no offsets.
 */
class MinuteWalk {
  private readonly holidays: ReadonlySet<string>;
  constructor(private readonly spec: CalendarSpec) {
    this.holidays = new Set(spec.holidays);
  }

  between(from: Instant, until: Instant): number {
    let worked = 0;
    for (let at = from; at < until; at += minute) if (this.isOpen(at)) worked += 1;
    return worked;
  }

  /** Undefined when it is more than a week away: a walk takes time. */
  due(from: Instant, minutes: number): Instant | undefined {
    let left = minutes;
    for (let at = from; at < from + 7 * dayMs; at += minute) {
      if (this.isOpen(at) && (left -= 1) === 0) return at + minute;
    }
    return undefined;
  }

  private isOpen(instant: Instant): boolean {
    const wall = wallAt(this.spec.tz, instant);
    const isWithin = ([from, to]: Window) =>
      wall.minutes >= minutesOf(from) && (wall.minutes < minutesOf(to) || isOvernight([from, to]));
    const isSpill = (window: Window) => isOvernight(window) && wall.minutes < minutesOf(window[1]);
    return this.windows(wall.day).some(isWithin) || this.windows(wall.day - 1).some(isSpill);
  }

  private windows(day: number): readonly Window[] {
    const date = dateOf(day);
    const exception = this.spec.overrides[date] ?? (this.holidays.has(date) ? [] : undefined);
    return exception ?? this.spec.hours[weekdays[(((day + 3) % 7) + 7) % 7]!];
  }
}

/** Temporal is asked once an hour, and for each minute of an hour in which the offset changes. */
const hourly = new Map<string, number | undefined>();
function wallAt(tz: string, instant: Instant): { day: number; minutes: number } {
  const hour = Math.floor(instant / 3_600_000);
  const key = `${tz} ${hour}`;
  if (!hourly.has(key)) {
    const ahead = offsetAt(tz, hour * 3_600_000);
    hourly.set(key, ahead === offsetAt(tz, (hour + 1) * 3_600_000 - 1) ? ahead : undefined);
  }
  const wall = instant + (hourly.get(key) ?? offsetAt(tz, instant));
  const day = Math.floor(wall / dayMs);
  return { day, minutes: Math.floor((wall - day * dayMs) / minute) };
}

function offsetAt(tz: string, instant: Instant): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(tz);
  return zoned.offsetNanoseconds / 1e6;
}

function changeAfter(tz: string, instant: Instant): Instant {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(tz);
  return zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? instant;
}

function pairAt(times: readonly string[], from: string, index: number): Window[] {
  const to = times[index + 1];
  return index % 2 === 0 && to !== undefined ? [[from, to]] : [];
}

function textOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
