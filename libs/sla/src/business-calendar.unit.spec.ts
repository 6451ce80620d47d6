import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BusinessCalendar } from './business-calendar.js';
import type { CalendarSpec, Window } from './calendar-spec.js';
import { dueInstant } from './budget.js';

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

const time = fc.integer({ min: 0, max: 24 * 4 }).map((quarter) => {
  const minutes = quarter * 15;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
});
/** One window a day, often over midnight, in zones with and without daylight saving. */
const calendars = fc
  .record({
    tz: fc.constantFrom('UTC', 'Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe'),
    windows: fc.array(fc.option(fc.tuple(time, time), { nil: undefined }), {
      minLength: 7,
      maxLength: 7,
    }),
  })
  .map(({ tz, windows }) => {
    const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
    const hours = Object.fromEntries(
      names.map((name, index) => {
        const found = windows[index];
        const usable = found && found[0] !== '24:00' && found[0] !== found[1];
        return [name, usable ? [found] : []];
      }),
    ) as CalendarSpec['hours'];
    if (names.every((name) => hours[name].length === 0)) hours.wed = day;
    return new BusinessCalendar(spec({ tz, hours }));
  });
const starts = fc
  .integer({ min: Date.UTC(2024, 0, 1) / minute, max: Date.UTC(2027, 0, 1) / minute })
  .map((minutes) => minutes * minute);
const spans = fc.integer({ min: 1, max: 40 * 24 * 60 }).map((minutes) => minutes * minute);

describe('working time on any calendar', () => {
  it('measures back what it added', () => {
    fc.assert(
      fc.property(calendars, starts, spans, (calendar, start, ms) => {
        expect(calendar.workingBetween(start, calendar.addWorking(start, ms))).toBe(ms);
      }),
      { numRuns: 500 },
    );
  });

  it('adds up over any split', () => {
    fc.assert(
      fc.property(calendars, starts, spans, spans, (calendar, start, a, b) => {
        const [middle, end] = [start + a, start + a + b];
        expect(calendar.workingBetween(start, middle) + calendar.workingBetween(middle, end)).toBe(
          calendar.workingBetween(start, end),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is due later for more', () => {
    fc.assert(
      fc.property(calendars, starts, spans, spans, (calendar, start, a, b) => {
        expect(calendar.addWorking(start, a + b)).toBeGreaterThan(calendar.addWorking(start, a));
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on what was asked before', () => {
    fc.assert(
      fc.property(calendars, starts, spans, (calendar, start, ms) => {
        const fresh = new BusinessCalendar(calendar.spec);
        calendar.addWorking(start + 900 * 24 * 60 * minute, ms);
        calendar.addWorking(start - 900 * 24 * 60 * minute, ms);
        expect(calendar.addWorking(start, ms)).toBe(fresh.addWorking(start, ms));
      }),
      { numRuns: 100 },
    );
  });
});
