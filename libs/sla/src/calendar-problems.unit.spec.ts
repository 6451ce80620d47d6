import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BusinessCalendar } from './business-calendar.js';
import { calendarProblems } from './calendar-problems.js';
import { calendarSpec } from './calendar-spec.js';
import type { CalendarSpec, Window } from './calendar-spec.js';
import { isPlainCalendar } from './plain-calendar.js';

const day: Window[] = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];
const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const spec: CalendarSpec = {
  id: 'office',
  version: 1,
  tz: 'Asia/Shanghai',
  hours: { ...none, mon: day, tue: day },
  holidays: [],
  overrides: {},
};
const rules = (input: unknown) =>
  calendarProblems(input).map(({ path, rule }) => `${path}: ${rule}`);

describe('the problems of a calendar', () => {
  it('are none for office hours, night shifts that touch the morning, and 24x7', () => {
    const night: Window[] = [
      ['06:00', '14:00'],
      ['22:00', '06:00'],
    ];
    const always: Window[] = [['00:00', '24:00']];
    expect(rules(spec)).toEqual([]);
    expect(rules({ ...spec, hours: { ...none, mon: night, tue: night } })).toEqual([]);
    const all = Object.fromEntries(Object.keys(none).map((name) => [name, always]));
    expect(rules({ ...spec, hours: all })).toEqual([]);
  });

  it('name overlapping windows by their place, also over midnight and on single dates', () => {
    const hours = {
      ...none,
      mon: [...day, ['11:00', '12:30']],
      sat: [['22:00', '06:00']],
      sun: [['05:00', '10:00']],
    };
    const overrides = { '2026-01-04': [day[1], day[1]] };
    expect(rules({ ...spec, hours, overrides })).toEqual([
      'hours.mon.2: overlapping-windows',
      'hours.sat.0: overlapping-windows',
      'overrides.2026-01-04.1: overlapping-windows',
    ]);
  });

  it('name an unknown zone, dates that do not exist, hours that no clock shows, all at once', () => {
    const input = {
      ...spec,
      tz: 'Mars/Olympus',
      hours: { ...spec.hours, wed: [['9:00', '25:00']], thu: [['24:00', '24:00']] },
      holidays: ['2026-02-30'],
      overrides: { '2026-13-01': day },
      lunch: true,
    };
    expect(rules(input)).toEqual([
      'hours.wed.0.0: format:regex',
      'hours.wed.0.1: format:regex',
      'holidays.0: format:date',
      'overrides.2026-13-01: invalid-key',
      'lunch: unknown-field',
      'tz: unknown-zone',
      'hours.thu.0: window',
    ]);
  });

  it('name a calendar without any working time, as the engine does', () => {
    const empty = { ...spec, hours: none, overrides: { '2026-01-04': [] } };
    expect(rules(empty)).toEqual(['hours: no-working-time']);
    expect(() => new BusinessCalendar(empty)).toThrow(/no working time at all/);
    expect(rules({ ...empty, overrides: { '2026-01-04': day } })).toEqual([]);
  });

  it('start with the place of the calendar in what it is part of', () => {
    expect(calendarProblems({ ...spec, tz: 'Nowhere' }, 'calendars.2')).toEqual([
      { path: 'calendars.2.tz', rule: 'unknown-zone', message: 'unknown time zone Nowhere' },
    ]);
    expect(calendarProblems(undefined, 'calendars.2')).toMatchObject([{ path: 'calendars.2' }]);
  });
});

describe('the quick look at the shape of a calendar', () => {
  it('agrees with the schema on every time and date, and on what is missing or too much', () => {
    const two = fc.integer({ min: 0, max: 33 }).map((value) => String(value).padStart(2, '0'));
    const year = fc.constantFrom('2024', '2026', '1900', '2000', '0000', '20x6', '-001', '2026 ');
    const date = fc.oneof(
      fc.tuple(year, two, two).map((parts) => parts.join('-')),
      fc.string({ maxLength: 10 }),
    );
    const clockTime = fc.oneof(
      fc.tuple(two, fc.constantFrom('00', '59', '60', '5', '1a')).map((parts) => parts.join(':')),
      fc.constantFrom<unknown>('24:00', '24:01', '', 9, null),
    );
    const open = fc.oneof(
      fc.array(fc.array(clockTime, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
      fc.constantFrom<unknown>(undefined, null, {}, '09:00'),
    );
    const changes = fc.record(
      {
        id: fc.constantFrom<unknown>('office', '', 7),
        version: fc.constantFrom<unknown>(1, 0, -1, 1.5, '1', 2 ** 60),
        tz: fc.constantFrom<unknown>('UTC', '', undefined),
        holidays: fc.oneof(fc.array(date, { maxLength: 2 }), fc.constant<unknown>({})),
        overrides: fc.oneof(fc.dictionary(date, open, { maxKeys: 2 }), fc.constant<unknown>([])),
        hours: fc.oneof(
          open.map((mon) => ({ ...none, mon }) as unknown),
          fc.constantFrom<unknown>({}, { ...none, monday: [] }, []),
        ),
        lunch: fc.constant(true),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(changes, (changed) => {
        const input = { ...spec, ...changed };
        expect(isPlainCalendar(input)).toBe(calendarSpec.safeParse(input).success);
      }),
      { numRuns: 5_000 },
    );
  });
});
