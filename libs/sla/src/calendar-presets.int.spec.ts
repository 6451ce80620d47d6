import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { BusinessCalendar } from './business-calendar.js';
import { calendarProblems } from './calendar-problems.js';
import { calendarSpec } from './calendar-spec.js';
import { dateOf, dayOf, weekdayOf } from './zone.js';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'infra/calendars');
const names = readdirSync(folder).map((file) => file.replace('.yaml', ''));
const read = (name: string): unknown => parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'));
const compile = (name: string) => new BusinessCalendar(calendarSpec.parse(read(name)));

const published = join(process.env['CLEARLINE_TEST_DATA'] ?? '', 'holiday-cn');
const withData = existsSync(join(published, '2026.json')) ? it : it.skip;

describe('the calendars that ship', () => {
  it('are without problems and named as their files', () => {
    expect(names.sort()).toEqual(['always', 'cn-statutory', 'gb-england', 'office']);
    for (const name of names) {
      expect(calendarProblems(read(name))).toEqual([]);
      expect(calendarSpec.parse(read(name)).id).toBe(name);
    }
  });

  it('are what the script makes of the pinned packages', () => {
    const script = join(root, 'scripts/generate-calendars.mjs');
    expect(() =>
      execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' }),
    ).not.toThrow();
  });

  it('know Spring Festival and the Sunday worked for it, by name', () => {
    const calendar = compile('cn-statutory');
    const friday = Date.parse('2024-02-09T17:00+08:00');
    expect(calendar.addWorking(friday, 2 * 3_600_000)).toBe(Date.parse('2024-02-18T10:00+08:00'));
    expect(calendar.spec.names).toMatchObject({
      '2024-02-12': { zh: '春节', en: 'Spring Festival' },
      '2024-02-18': { zh: '春节调休', en: 'for Spring Festival' },
    });
  });

  it('know the bank holidays of England and those made up for a weekend', () => {
    const { holidays, names } = compile('gb-england').spec;
    expect(holidays).toEqual(expect.arrayContaining(['2022-09-19', '2026-04-03', '2026-12-28']));
    expect(names?.['2026-12-28']).toEqual({
      zh: '节礼日（补假）',
      en: 'Boxing Day (substitute day)',
    });
    const untranslated = Object.values(names ?? {}).filter((name) => typeof name === 'string');
    expect(untranslated).toEqual([]);
    expect(holidays).not.toContain('2026-06-21');
  });

  withData(
    'agree with the published Chinese calendar day by day (needs CLEARLINE_TEST_DATA)',
    () => {
      const exceptions = new Map<string, boolean>();
      for (const file of readdirSync(published).filter((name) => name.endsWith('.json'))) {
        const { days } = JSON.parse(readFileSync(join(published, file), 'utf8')) as {
          days: { date: string; isOffDay: boolean }[];
        };
        for (const { date, isOffDay } of days) exceptions.set(date, isOffDay);
      }
      const calendar = compile('cn-statutory');
      const { holidays, overrides } = calendar.spec;
      const differences: string[] = [];
      for (let day = dayOf('2020-01-01'); day <= dayOf('2026-12-31'); day += 1) {
        const date = dateOf(day);
        const isOff = exceptions.get(date) ?? weekdayOf(day) > 4;
        const noon = calendar.at(day, 600);
        if (calendar.isWorking(noon) === isOff) differences.push(date);
        if (exceptions.get(date) === true && !holidays.includes(date)) differences.push(date);
        // The notice of 2020-01-26 also names the Monday on which work began again: no make-up day.
        const isMakeUp = exceptions.get(date) === false && weekdayOf(day) > 4;
        if (isMakeUp !== (overrides[date] !== undefined)) differences.push(date);
      }
      expect(exceptions.size).toBeGreaterThan(200);
      expect(differences).toEqual([]);
    },
  );
});
