import { describe, expect, it } from '@jest/globals';
import { comparedBy, comparedSpan, comparisons, periods, spanOf } from './period.js';
import {
  changedState,
  fixedDays,
  readState,
  stateElsewhere,
  withOrder,
  withView,
  writeState,
} from './report-state.js';
import type { ReportState } from './report-state.js';

const first = { period: 'last-30', timeZone: 'Asia/Shanghai' } as const;
const read = (text: string) => readState(new URLSearchParams(text), first);

describe('the address of a report', () => {
  it('without anything shows what is shown at first', () => {
    expect(read('')).toEqual({
      period: 'last-30',
      custom: {},
      by: undefined,
      timeZone: 'Asia/Shanghai',
      comparison: 'none',
      clock: undefined,
      filters: {},
    });
  });

  it('says everything that is shown', () => {
    const state: ReportState = {
      period: 'custom',
      custom: { from: '2026-01-01', to: '2026-02-01' },
      whole: 'month',
      by: 'unit',
      timeZone: 'UTC',
      comparison: 'year',
      clock: 'resolution',
      filters: { unit: '北区', channel: 'phone,app' },
      sort: '-received',
      tables: ['volume', 'churn'],
      list: { report: 'volume', figure: 'received', row: '', sort: '-due' },
    };
    expect(read(writeState(state).toString())).toEqual(state);
  });

  const today = '2026-11-30';
  const presets = periods.filter((period) => period !== 'custom' && period !== 'all');
  const choices = presets.flatMap((period) => comparisons.map((vs) => [period, vs] as const));
  it.each(choices)('with the days of %s holds what they are compared with: %s', (period, vs) => {
    const shown = read(`period=${period}&vs=${vs}`);
    const span = spanOf(period, today, {});
    const fixed = writeState(changedState(shown, fixedDays(shown, span)!));
    const opened = read(fixed.toString());
    const later = spanOf(opened.period, '2027-01-14', opened.custom);
    expect(later).toEqual(span);
    expect(comparedSpan(opened, later)).toEqual(comparedSpan(shown, span));
    expect(comparedBy(opened)).toBe(comparedBy(shown));
  });

  it('compares other days by themselves, and holds no days that are held or endless', () => {
    const held = read('from=2026-11-01&to=2026-12-01&whole=month&vs=previous');
    const { custom } = held;
    expect(held.whole).toBe('month');
    expect(changedState(held, { filters: { unit: 'n' } }).whole).toBe('month');
    expect(changedState(held, { custom: { ...custom, to: '2026-11-20' } }).whole).toBeUndefined();
    expect(read('period=last-7&whole=month').whole).toBeUndefined();
    expect([fixedDays(held, custom), fixedDays(read('period=all'), {})]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('is grouped by clocks or ages only where a report knows them', () => {
    const asked = new URLSearchParams('by=clock');
    expect(readState(asked, first).by).toBeUndefined();
    expect(readState(asked, { ...first, groupings: ['clock'] }).by).toBe('clock');
  });

  it('keeps a choice that was made a moment ago beside the next one', () => {
    const unit = changedState(read(''), ({ filters }) => ({ filters: { ...filters, unit: 'n' } }));
    const both = changedState(unit, { clock: 'resolution' });
    expect(both).toMatchObject({ filters: { unit: 'n' }, clock: 'resolution' });
  });

  it('of what is so now keeps the days that were chosen, for whoever goes on from there', () => {
    const held = 'from=2026-01-01&to=2026-02-01';
    for (const days of ['period=last-7', held, `${held}&whole=month`]) {
      const volume = read(days);
      const backlog = stateElsewhere(volume, 'last-30', true);
      expect(backlog).toMatchObject({ period: 'all', custom: {} });
      const opened = readState(writeState(backlog), { ...first, period: 'all' });
      const levels = stateElsewhere(opened, 'all', true);
      expect(stateElsewhere(levels, 'all', false)).toEqual(volume);
      const narrowed = changedState(opened, { period: 'last-week' });
      expect(stateElsewhere(narrowed, 'all', false).period).toBe('last-week');
    }
    expect(stateElsewhere(read(''), 'last-30', true).kept).toBeUndefined();
  });

  it('says what only its report can be sliced by, which another report passes over', () => {
    const text = 'by=owner&owner=a-001';
    const orders = readState(new URLSearchParams(text), { ...first, own: ['owner'] });
    expect(orders).toMatchObject({ by: 'owner', filters: { owner: 'a-001' } });
    expect(writeState(orders).toString()).toContain(text.replace('&', '&tz=Asia%2FShanghai&'));
    expect(read(text)).toEqual(read(''));
  });

  it('says which reports of an overview are tables, and the order of the list that is open', () => {
    const table = changedState(read(''), withView('volume', 'table'));
    expect(writeState(table).get('tables')).toBe('volume');
    const both = changedState(table, withView('churn', 'table'));
    expect(changedState(both, withView('volume', 'chart')).tables).toEqual(['churn']);
    expect(writeState(changedState(table, withView('volume', 'chart'))).has('tables')).toBe(false);
    const list = read('list=volume&figure=received');
    expect(writeState(changedState(list, withOrder('-due'))).get('order')).toBe('-due');
    expect(changedState(read(''), withOrder('-due')).list).toBeUndefined();
  });

  it('tells the line without a name from no line', () => {
    expect(read('list=volume&figure=received').list).toEqual({
      report: 'volume',
      figure: 'received',
    });
    expect(read('list=volume&figure=received&row=').list).toHaveProperty('row', '');
  });

  it.each([
    'period=custom',
    'from=2026-02-01&to=2026-01-01',
    'period=for-ever',
    'by=colour',
    'tz=%2B08:00',
    'tz=Nowhere/Land',
    'tz=PST',
    'vs=always',
    'clock=cuckoo',
    'unit=',
  ])('that was typed wrong shows what is shown at first: %s', (text) => {
    expect(read(text)).toEqual(read(''));
  });
});
