import fc from 'fast-check';
import { BusinessCalendar } from '../src/business-calendar.js';
import type { Budget } from '../src/budget.js';
import { weekdays } from '../src/calendar-spec.js';
import type { CalendarSpec, Window } from '../src/calendar-spec.js';
import type { Clock, ClockPause } from '../src/clock.js';
import { dueWithPauses } from '../src/pause-replay.js';

/*
 * Random calendars with lunch breaks, windows over midnight, holidays, half days and make-up days, in
 * zones with and without daylight saving, and clocks with pauses on them.
 */

const minute = 60_000;
const two = (value: number) => String(value).padStart(2, '0');
const time = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const date = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** No hours, one window, one over midnight, two with a break, or the whole day. */
const windows: fc.Arbitrary<Window[]> = fc.oneof(
  fc.constant<Window[]>([]),
  fc.constant<Window[]>([['00:00', '24:00']]),
  fc.constant<Window[]>([['22:00', '06:00']]),
  fc
    .uniqueArray(fc.integer({ min: 0, max: 95 }), { minLength: 2, maxLength: 2 })
    .map((quarters) => [quarters.sort((a, b) => a - b).map((quarter) => time(quarter * 15))])
    .map((pairs) => pairs as Window[]),
  fc
    .uniqueArray(fc.integer({ min: 0, max: 95 }), { minLength: 4, maxLength: 4 })
    .map((quarters) => quarters.sort((a, b) => a - b).map((quarter) => time(quarter * 15)))
    .map(([a, b, c, d]) => [[a, b] as Window, [c, d] as Window] as Window[]),
);

const firstDay = Date.UTC(2026, 0, 1) / 86_400_000;
const days = fc.integer({ min: firstDay - 10, max: firstDay + 400 }).map(date);
const names = fc.constantFrom('National Day', 'Spring Festival', 'Foundation Day');

export const calendars: fc.Arbitrary<BusinessCalendar> = fc
  .record({
    tz: fc.constantFrom(
      'UTC',
      'Asia/Shanghai',
      'America/New_York',
      'America/Sao_Paulo',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    ),
    week: fc.array(windows, { minLength: 7, maxLength: 7 }),
    holidays: fc.uniqueArray(days, { maxLength: 30 }),
    overrides: fc.dictionary(days, windows, { maxKeys: 12 }),
    names: fc.dictionary(days, names, { maxKeys: 30 }),
  })
  .map(({ tz, week, holidays, overrides, names }) => {
    const hours = Object.fromEntries(
      weekdays.map((weekday, index) => [weekday, week[index]]),
    ) as CalendarSpec['hours'];
    if (week.every((one) => one.length === 0)) hours.wed = [['09:00', '17:00']];
    const labels = Object.fromEntries(holidays.map((day) => [day, 'National Day']));
    return new BusinessCalendar({
      ...{ id: 'random', version: 1, tz, hours, holidays, overrides },
      names: { ...labels, ...names },
    });
  });

const budgets: fc.Arbitrary<Budget> = fc.oneof(
  fc.record({
    unit: fc.constant('working-minutes' as const),
    minutes: fc.integer({ min: 1, max: 60 * 24 * 20 }),
  }),
  fc.record({
    unit: fc.constant('working-days' as const),
    days: fc.integer({ min: 1, max: 40 }),
    at: fc.constantFrom('same-time' as const, 'end-of-day' as const),
  }),
  fc.record({
    unit: fc.constant('calendar-days' as const),
    days: fc.integer({ min: 1, max: 60 }),
    roll: fc.constantFrom(undefined, 'next-working' as const),
  }),
  fc.record({
    unit: fc.constant('elapsed-minutes' as const),
    minutes: fc.integer({ min: 1, max: 60 * 24 * 20 }),
  }),
);

const starts = fc.integer({
  min: Date.UTC(2026, 0, 1),
  max: Date.UTC(2027, 0, 1),
});
const pauseSteps = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 10 * 24 * 60 * minute }),
    fc.integer({ min: 1, max: 4 * 24 * 60 * minute }),
    fc.constantFrom('awaiting-customer' as const, 'force-majeure' as const),
  ),
  { maxLength: 4 },
);

export interface ExplainedClock {
  calendar: BusinessCalendar;
  clock: Clock;
}

/** A running clock whose due instant has its pauses in it. */
export const explainedClocks: fc.Arbitrary<ExplainedClock> = fc
  .record({ calendar: calendars, budget: budgets, startedAt: starts, steps: pauseSteps })
  .map(({ calendar, budget, startedAt, steps }) => {
    const pauses: ClockPause[] = [];
    let at = startedAt;
    for (const [gap, length, reason] of steps) {
      const from = at + gap;
      // A clock that was due before can't be paused any more.
      if (from >= dueWithPauses(startedAt, budget, pauses, calendar)) break;
      at = from + length;
      pauses.push({ from, to: at, reason });
    }
    return {
      calendar,
      clock: {
        clockId: 'clock-1',
        kind: 'resolution',
        state: 'running',
        startedAt,
        dueAt: dueWithPauses(startedAt, budget, pauses, calendar),
        budget,
        calendar: 'random@1',
        thresholds: [],
        warned: [],
        revision: 1,
        pauses,
      },
    };
  });
