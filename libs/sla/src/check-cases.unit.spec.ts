import { describe, expect, it } from '@jest/globals';
import { checkSlaCases, SlaCasesError } from './check-cases.js';

const windows = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];
const calendar = {
  tz: 'Asia/Shanghai',
  hours: { mon: windows, tue: windows, wed: windows, thu: windows, fri: windows },
};
const due = {
  id: 'a',
  kind: 'due',
  calendar,
  start: '2026-01-05T17:00:00+08:00',
  duration_minutes: 60,
  expected_due: '2026-01-05T18:00:00+08:00',
};
const days = {
  id: 'b',
  kind: 'due_days',
  calendar: 'office',
  start: '2026-01-03T11:00:00+08:00',
  duration_business_days: 5,
  expected_due: '2026-01-12T01:00:00Z',
};
const elapsed = {
  id: 'c',
  kind: 'elapsed',
  calendar,
  start: '2026-01-05T11:00:00+08:00',
  end: '2026-01-05T14:00:00+08:00',
  pauses: [{ from: '2026-01-05T11:30:00+08:00', to: '2026-01-05T13:30:00+08:00' }],
  expected_minutes: 60,
};
const calendars = { office: calendar };

/** The problems of a file that is refused, as `path: rule`. */
function refusedFor(input: unknown): string[] {
  try {
    checkSlaCases(input);
  } catch (error) {
    if (!(error instanceof SlaCasesError)) throw error;
    return error.problems.map(({ path, rule }) => `${path}: ${rule}`);
  }
  return [];
}

describe('checking a file of cases', () => {
  it('agrees with due instants, working days and elapsed minutes; calendars inline or by name', () => {
    const check = checkSlaCases({ calendars, cases: [due, days, elapsed], note: 'ignored' });
    expect(check).toMatchObject({ agreed: 3, disagreed: 0, unsupported: 0, differences: [] });
  });

  it('moves what ends at a closing instant to the next opening under the other convention', () => {
    const check = checkSlaCases({ calendars, cases: [due, days] }, 'next-opening');
    expect(check.differences).toEqual([
      { id: 'a', expected: due.expected_due, actual: '2026-01-06T01:00:00.000Z' },
    ]);
  });

  it('accepts what a case accepts also, and what is within its tolerance', () => {
    const expected_due = '2026-01-06T09:00:00+08:00';
    const late = { ...due, expected_due };
    expect(checkSlaCases({ cases: [late] }).disagreed).toBe(1);
    expect(checkSlaCases({ cases: [{ ...late, accept_also: [due.expected_due] }] }).agreed).toBe(1);
    expect(checkSlaCases({ cases: [{ ...late, tolerance_seconds: 15 * 3_600 }] }).agreed).toBe(1);
  });

  it('names cases it does not support, whatever else they hold', () => {
    const cases = [
      { id: 'x', kind: 'subtract', start: 7 },
      { ...due, duration_minutes: undefined },
    ];
    const check = checkSlaCases({ cases });
    expect(check).toMatchObject({ agreed: 0, unsupported: 2, unsupportedIds: ['x', 'a'] });
  });

  it('differs where a calendar has no time left', () => {
    const hours = { overrides: { '2026-01-05': windows }, hours: {} };
    const check = checkSlaCases({
      cases: [{ ...due, duration_minutes: 61, calendar: { ...calendar, ...hours } }],
    });
    expect(check.differences).toMatchObject([{ actual: expect.stringMatching(/no working time/) }]);
  });

  it('refuses a file with every problem: path and rule', () => {
    expect(refusedFor([])).toEqual(['(file): invalid_type']);
    expect(refusedFor({})).toEqual(['cases: invalid_type']);
    const cases = [
      { ...due, start: 'soon' },
      { ...days, calendar: 'shop' },
      { ...due, calendar: { ...calendar, tz: 'Mars/Olympus', holidays: ['2026-02-30'] } },
      {
        ...due,
        calendar: { ...calendar, hours: { monday: windows, tue: [...windows, windows[0]] } },
      },
      { ...days, duration_business_days: 1.5 },
      { ...due, calendar: { ...calendar, hours: {} } },
      { ...due, calendar: undefined },
    ];
    expect(refusedFor({ calendars, cases })).toEqual([
      'cases.0.start: invalid_format',
      'cases.1.calendar: known-calendar',
      'cases.2.calendar.holidays.0: format:date',
      'cases.2.calendar.tz: unknown-zone',
      'cases.3.calendar.hours.monday: unknown-field',
      'cases.3.calendar.hours.tue.2: overlapping-windows',
      'cases.4.duration_business_days: invalid_type',
      'cases.5.calendar.hours: no-working-time',
      'cases.6.calendar: invalid_type',
    ]);
  });
});
