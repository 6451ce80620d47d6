import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BusinessCalendar } from './business-calendar.js';
import type { CalendarSpec, Window } from './calendar-spec.js';
import { dueInstant } from './budget.js';
import { dateOf, dayOf } from './zone.js';

const minute = 60_000;
const day: Window[] = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];
const spec = (changes: Partial<CalendarSpec> = {}): CalendarSpec => ({
  id: 'test',
  version: 1,
  tz: 'Asia/Shanghai',
  hours: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  holidays: [],
  overrides: {},
  ...changes,
});
const at = (text: string) => Date.parse(text);

describe('BusinessCalendar', () => {
  it('does not count the lunch break', () => {
    const due = new BusinessCalendar(spec()).addWorking(at('2026-01-05T11:30+08:00'), 60 * minute);
    expect(due).toBe(at('2026-01-05T13:30+08:00'));
  });

  it('moves the due time past a public holiday and counts a make-up workday', () => {
    const calendar = new BusinessCalendar(
      spec({ holidays: ['2026-01-01', '2026-01-02'], overrides: { '2026-01-04': day } }),
    );
    const due = calendar.addWorking(at('2025-12-31T17:00+08:00'), 120 * minute);
    expect(due).toBe(at('2026-01-04T10:00+08:00'));
  });

  it('runs a night shift over midnight', () => {
    const night: Window[] = [['22:00', '06:00']];
    const hours = { ...spec().hours, mon: night };
    const calendar = new BusinessCalendar(spec({ hours, tz: 'UTC' }));
    expect(calendar.workingBetween(at('2026-01-05T23:00Z'), at('2026-01-06T05:00Z'))).toBe(
      6 * 60 * minute,
    );
  });

  it('counts 23 hours on the day the clocks go forward', () => {
    const all: Window[] = [['00:00', '24:00']];
    const hours = { mon: all, tue: all, wed: all, thu: all, fri: all, sat: all, sun: all };
    const calendar = new BusinessCalendar(spec({ tz: 'America/New_York', hours }));
    const worked = calendar.workingBetween(
      at('2026-03-08T00:00-05:00'),
      at('2026-03-09T00:00-04:00'),
    );
    expect(worked).toBe(23 * 60 * minute);
  });

  it('refuses a calendar without working time and an unknown zone', () => {
    const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
    expect(() => new BusinessCalendar(spec({ hours: none }))).toThrow(/no working time/);
    expect(() => new BusinessCalendar(spec({ tz: 'Mars/Olympus' }))).toThrow(/unknown time zone/);
  });

  it('ends three working days at the close of the third', () => {
    const budget = { unit: 'working-days' as const, days: 3, at: 'end-of-day' as const };
    const due = dueInstant(at('2026-01-08T10:00+08:00'), budget, new BusinessCalendar(spec()));
    expect(due).toBe(at('2026-01-13T18:00+08:00'));
  });
});

describe('days of a calendar', () => {
  const weekly = (open: Window[]) => ({ mon: open, tue: open, wed: open, thu: open, fri: open });
  const nights = new BusinessCalendar(
    spec({ tz: 'UTC', hours: { ...weekly([['22:00', '06:00']]), sat: [], sun: [] } }),
  );
  const days = (count: number, at: 'same-time' | 'end-of-day') =>
    ({ unit: 'working-days', days: count, at }) as const;

  it('takes the small hours of a night shift for the day on which it began', () => {
    // Saturday 03:00 is Friday's shift, so one day later is Monday's: 03:00 on Tuesday.
    const start = at('2026-01-10T03:00Z');
    expect(dueInstant(start, days(1, 'same-time'), nights)).toBe(at('2026-01-13T03:00Z'));
    expect(dueInstant(start, days(1, 'end-of-day'), nights)).toBe(at('2026-01-13T06:00Z'));
  });

  it('is due at the close of a half day that is over by the same time', () => {
    const half: Window[] = [['09:00', '12:00']];
    const calendar = new BusinessCalendar(spec({ overrides: { '2026-01-06': half } }));
    const start = at('2026-01-05T15:00+08:00');
    expect(dueInstant(start, days(1, 'same-time'), calendar)).toBe(at('2026-01-06T12:00+08:00'));
    expect(calendar.sameTimeAfter(start, 1)).toBe(at('2026-01-06T15:00+08:00'));
  });

  it('counts from the next opening outside hours, make-up workdays too, holidays not', () => {
    const calendar = new BusinessCalendar(
      spec({ holidays: ['2026-01-05'], overrides: { '2026-01-04': day } }),
    );
    const saturday = at('2026-01-03T11:00+08:00');
    expect(calendar.sameTimeAfter(saturday, 1)).toBe(at('2026-01-06T09:00+08:00'));
    expect(calendar.workingDayAfter(saturday, -1)).toBe(calendar.workingDayOf(saturday) - 2);
  });

  it('keeps the wall time of calendar days over a change of clocks, and rolls when told', () => {
    const calendar = new BusinessCalendar(spec({ tz: 'America/New_York' }));
    const start = at('2026-03-06T15:00-05:00');
    const budget = { unit: 'calendar-days', days: 2 } as const;
    expect(dueInstant(start, budget, calendar)).toBe(at('2026-03-08T15:00-04:00'));
    expect(dueInstant(start, { ...budget, roll: 'next-working' }, calendar)).toBe(
      at('2026-03-09T09:00-04:00'),
    );
  });

  it('has no working time on the day that Apia left out', () => {
    const calendar = new BusinessCalendar(spec({ tz: 'Pacific/Apia' }));
    const thursday = at('2011-12-29T17:00-10:00');
    expect(calendar.addWorking(thursday, 120 * minute)).toBe(at('2012-01-02T10:00+14:00'));
    expect(calendar.sameTimeAfter(thursday, 1)).toBe(at('2012-01-02T17:00+14:00'));
  });

  it('loses the hours a gap skips and has those twice that a fold repeats', () => {
    const early: Window[] = [['00:00', '02:30']];
    const hours = { ...spec().hours, sun: early };
    const calendar = new BusinessCalendar(spec({ tz: 'America/New_York', hours }));
    const worked = (date: string) =>
      calendar.workingBetween(at(`${date}T00:00-04:00`), at(`${date}T12:00-04:00`)) / minute;
    expect(worked('2026-03-08')).toBe(120);
    expect(worked('2026-11-01')).toBe(210);
  });
});

describe('the ends of a calendar', () => {
  const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
  const finite = new BusinessCalendar(
    spec({ hours: none, overrides: { '2026-01-04': day, '2031-05-06': day } }),
  );

  it('are told, not looked for: no working time left, or none so early', () => {
    const start = at('2026-01-04T09:00+08:00');
    expect(finite.addWorking(start, 16 * 60 * minute)).toBe(at('2031-05-06T18:00+08:00'));
    expect(() => finite.addWorking(start, 16 * 60 * minute + 1)).toThrow(/no working time left/);
    expect(() => finite.addWorking(start, -1)).toThrow(/no working time so early/);
    expect(() => finite.nextWorking(at('2031-05-06T18:00+08:00'))).toThrow(/no working time left/);
    expect(() => finite.workingDayAfter(start, 2)).toThrow(/no working time left/);
    expect(() => finite.workingDayAfter(start, -1)).toThrow(/no working time so early/);
    expect(() => finite.closingOf(0)).toThrow(/1970-01-01 is no working day/);
  });

  it('are the years 1 to 9999 where the weekly hours never end', () => {
    const calendar = new BusinessCalendar(spec());
    const start = at('2026-01-05T09:00+08:00');
    expect(calendar.addWorking(at('9998-01-01T09:00Z'), 60 * minute)).toBeGreaterThan(start);
    expect(calendar.addWorking(start, 60 * minute)).toBe(at('2026-01-05T10:00+08:00'));
    expect(() => calendar.addWorking(start, Number.MAX_VALUE)).toThrow(/after the year 9999/);
    expect(() => calendar.nextWorking(8.64e15)).toThrow(/outside the years 1 to 9999/);
    expect(() => calendar.nextWorking(NaN)).toThrow(/outside the years 1 to 9999/);
  });

  it('lie behind years without a working day', () => {
    const holidays = Array.from({ length: 4_000 }, (_, i) => dateOf(dayOf('2026-01-05') + i));
    const calendar = new BusinessCalendar(spec({ holidays }));
    const due = calendar.addWorking(at('2026-01-05T09:00+08:00'), minute);
    expect(new Date(due).toISOString().slice(0, 10)).toBe('2036-12-18');
  });

  it('do not move what was asked before', () => {
    const starts = fc.integer({ min: Date.UTC(1, 1), max: Date.UTC(9990, 1) });
    fc.assert(
      fc.property(starts, starts, fc.integer({ min: 1, max: 1e10 }), (start, other, ms) => {
        const calendar = new BusinessCalendar(spec({ tz: 'America/New_York' }));
        const asked = calendar.addWorking(start, ms);
        calendar.addWorking(other, ms);
        expect(calendar.addWorking(start, ms)).toBe(asked);
      }),
      { numRuns: 50 },
    );
  });
});
