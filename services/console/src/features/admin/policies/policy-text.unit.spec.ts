import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { calendarIn, isReadable, toPolicyText, toText, withCalendar } from './policy-text.js';

const office = {
  ...{ id: 'office', version: 1, tz: 'Asia/Shanghai' },
  hours: {
    mon: [
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ],
    sun: [],
  },
  holidays: ['2026-10-01'],
};
const policy = {
  ...{ id: 'gas', version: 7, title: { zh: '燃气热线', en: 'Gas hotline' }, calendars: [office] },
  rules: [{ id: 'standard', match: {}, clocks: [{ kind: 'resolution', warnings: [0.5, 0.75] }] }],
};

describe('the text of a policy', () => {
  it('says the same as the policy, but for the version that publishing gives', () => {
    const { version: _version, ...rest } = policy;
    expect(parse(toPolicyText(policy))).toEqual(rest);
  });

  it('keeps small things on one line', () => {
    const lines = toPolicyText(policy).split('\n');
    expect(lines).toContain('title: { zh: 燃气热线, en: Gas hotline }');
    expect(lines).toContain("      mon: [ [ '09:00', '12:00' ], [ '13:00', '18:00' ] ]");
  });

  it('takes a new version of a calendar beside the old one, and the same version in its place', () => {
    const next = withCalendar(toPolicyText(policy), toText({ ...office, version: 2 }));
    const versions = (text: string) =>
      (parse(text) as typeof policy).calendars.map(({ version, holidays }) => [version, holidays]);
    expect(versions(next)).toEqual([
      [1, ['2026-10-01']],
      [2, ['2026-10-01']],
    ]);
    const changed = withCalendar(next, toText({ ...office, version: 2, holidays: [] }));
    expect(versions(changed)).toEqual([
      [1, ['2026-10-01']],
      [2, []],
    ]);
  });

  it('keeps the comments of a text that a calendar is put into', () => {
    const text = '# checked by legal\nid: gas\ncalendars: []\n';
    expect(withCalendar(text, toText(office))).toContain('# checked by legal');
  });

  it('is not asked about while it can not be read', () => {
    expect(isReadable('id: [')).toBe(false);
    expect(isReadable('just words')).toBe(false);
    expect(isReadable('{"id": "x"}')).toBe(true);
  });
});

describe('the calendar that a policy holds', () => {
  const next = toText({ ...office, version: 2, holidays: ['2027-01-01'] });

  it('is its newest version, as it stands there', () => {
    const drafted = withCalendar(toPolicyText(policy), next);
    const found = calendarIn(drafted, 'office');
    expect(found?.version).toBe(2);
    expect(parse(found!.text)).toEqual(parse(next));
  });

  it('is none where there is none of that name, or the text cannot be read', () => {
    expect(calendarIn(toPolicyText(policy), 'night')).toBeUndefined();
    expect(calendarIn('rules: []', 'office')).toBeUndefined();
    expect(calendarIn('calendars: [', 'office')).toBeUndefined();
    expect(calendarIn('just words', 'office')).toBeUndefined();
  });
});
