import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { withDays } from './calendar-text.js';
import { weeksOf } from './weeks.js';

const text = `# as the State Council announced
id: office
version: 2
tz: Asia/Shanghai
hours:
  mon: [['09:00', '18:00']]
  sat: []
  sun: []
holidays: ['2026-10-08']
overrides: {}
`;

describe('days put into the text of a calendar', () => {
  it('adds holidays once and in order, with their name', () => {
    const name = { zh: '国庆节', en: 'National Day' };
    const days = { kind: 'holiday', from: '2026-10-01', to: '2026-10-02', name } as const;
    const changed = withDays(withDays(text, days), days);
    expect(parse(changed)).toMatchObject({
      holidays: ['2026-10-01', '2026-10-02', '2026-10-08'],
      names: { '2026-10-01': name, '2026-10-02': name },
    });
    expect(changed).toContain('# as the State Council announced');
  });

  it('gives make-up days the usual hours, and takes them out of the holidays', () => {
    const changed = withDays(text, { kind: 'make-up', from: '2026-10-08', to: '2026-10-08' });
    expect(parse(changed)).toMatchObject({
      holidays: [],
      overrides: { '2026-10-08': [['09:00', '18:00']] },
    });
  });

  it('crosses the end of a month', () => {
    const changed = withDays(text, { kind: 'holiday', from: '2027-01-30', to: '2027-02-02' });
    expect((parse(changed) as { holidays: string[] }).holidays.slice(1)).toEqual([
      ...['2027-01-30', '2027-01-31', '2027-02-01', '2027-02-02'],
    ]);
  });
});

describe('the weeks of a month', () => {
  const day = (date: string, weekday: string) => ({ date, weekday });

  it('begin on Monday and are filled up at both ends', () => {
    const weeks = weeksOf([day('2026-10-01', 'thu'), day('2026-10-02', 'fri')]);
    expect(weeks).toHaveLength(1);
    expect(weeks[0]!.map((one) => one?.date)).toEqual([
      ...[undefined, undefined, undefined, '2026-10-01', '2026-10-02', undefined, undefined],
    ]);
  });
});
