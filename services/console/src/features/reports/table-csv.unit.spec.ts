import { describe, expect, it } from '@jest/globals';
import { dashboards } from './dashboards.js';
import { tableCsv } from './table-csv.js';

const words = {
  group: 'Unit',
  total: 'Total',
  low: (name: string) => `${name} from`,
  high: (name: string) => `${name} to`,
  of: (name: string) => `${name} of`,
  before: (name: string) => `${name} before`,
  change: (name: string, kind: string) => `${name} ${kind}`,
  inSeconds: (name: string) => `${name} (s)`,
  from: 'From',
  to: 'To',
  comparedFrom: 'Than from',
  comparedTo: 'Than to',
  timeZone: 'Zone',
  filters: 'Filters',
  filtered: 'Unit: North',
  readAt: 'Read at',
  since: 'No data before',
  insufficient: (name: string) => `${name} too few`,
  yes: 'yes',
  no: 'no',
};
const figures = (closed: number, rate: number) => ({
  answered: 2,
  satisfied: 1,
  closed,
  closedAnswered: 1,
  csat: { n: 2, rate, low: 0.1, high: 0.9 },
  responseRate: { n: 0, rate: null, low: null, high: null },
});

describe('the exported table', () => {
  const shown = {
    dashboard: dashboards['satisfaction']!,
    lines: [{ row: 'north', group: 'north', figures: figures(3, 0.5) }],
    before: [figures(2, 0.25)],
    totals: figures(3, 0.5),
    totalsBefore: undefined,
    lineName: () => 'North',
    span: { from: '2026-11-01', to: '2026-12-01' },
    state: { timeZone: 'UTC' },
    readAt: '2026-12-02T08:00:00.000Z',
    since: '2026-10-31T20:00:00.000Z',
    compared: { from: '2025-11-01', to: '2025-12-01' },
  };

  it('has every line and the total, shares with their intervals', () => {
    const text = tableCsv({ ...shown, comparison: 'none' }, (name) => name, words);
    expect(text.split('\r\n')).toEqual([
      '\uFEFFUnit,answered,satisfied,closed,closedAnswered,csat,csat from,csat to,csat of,' +
        'responseRate,responseRate from,responseRate to,responseRate of,From,To,Zone,Filters,Read at,No data before,' +
        'csat too few,responseRate too few',
      'North,2,1,3,1,0.5,0.1,0.9,2,,,,0,2026-11-01,2026-11-30,UTC,Unit: North,2026-12-02T08:00:00.000Z,2026-10-31,yes,yes',
      'Total,2,1,3,1,0.5,0.1,0.9,2,,,,0,2026-11-01,2026-11-30,UTC,Unit: North,2026-12-02T08:00:00.000Z,2026-10-31,yes,yes',
      '',
    ]);
  });

  it('is empty where there was no data, as nothing that was counted', () => {
    const blank = { ...shown, lines: [], totals: {}, comparison: 'none' as const };
    const [, total] = tableCsv(blank, (name) => name, words).split('\r\n');
    expect(total).toMatch(/^Total,{13}2026-11-01,/);
  });

  it('does not say that a share rests on too little where it does not', () => {
    const many = { ...figures(40, 0.5), csat: { n: 30, rate: 0.5, low: 0.3, high: 0.7 } };
    const enough = { ...shown, lines: [], totals: many, comparison: 'none' as const };
    const [, total] = tableCsv(enough, (name) => name, words).split('\r\n');
    expect(total).toMatch(/,no,yes$/);
  });

  it('says what changed where it is compared', () => {
    const text = tableCsv({ ...shown, comparison: 'year' }, (name) => name, words);
    const [head, north, total] = text.split('\r\n');
    expect(head).toContain('responseRate of,answered before,answered growth,satisfied before');
    expect(head).toContain('csat before,csat points,csat points from,csat points to,');
    expect(head).toMatch(
      /,From,To,Than from,Than to,Zone,Filters,Read at,No data before,csat too few,responseRate too few$/,
    );
    const days =
      '2026-11-01,2026-11-30,2025-11-01,2025-11-30,UTC,Unit: North,2026-12-02T08:00:00.000Z,2026-10-31,yes,yes';
    expect(north).toMatch(
      new RegExp(`,0,2,0,1,0,2,0\\.5,1,0,0\\.25,0\\.25,-0\\.5132,0\\.6772,,,,,${days}$`),
    );
    expect(total).toMatch(new RegExp(`,0,{17}${days}$`));
  });

  it('says that times are seconds, to the millisecond', () => {
    const times = { secondsHeld: 48.962500000000006, secondsMedian: 12, spansHeld: 4 };
    const text = tableCsv(
      {
        ...shown,
        dashboard: dashboards['transfers']!,
        ...{ lines: [], totals: times, totalsBefore: times, comparison: 'year' },
      },
      (name) => name,
      words,
    );
    const [head, total] = text.split('\r\n');
    expect(head).toContain(',secondsHeld (s),secondsMedian (s),');
    expect(head).toContain(',secondsHeld (s) before,');
    expect(head).toMatch(/,refusalRate too few,secondsMedian too few$/);
    expect(total).toMatch(/,,yes$/);
    expect(total?.match(/48\.[0-9]+/g)).toEqual(['48.963', '48.963']);
  });
});
