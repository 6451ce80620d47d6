import { describe, expect, it } from '@jest/globals';
import { changedState, readState, stateElsewhere, writeState } from './report-state.js';
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
      by: 'unit',
      timeZone: 'UTC',
      comparison: 'year',
      clock: 'resolution',
      filters: { unit: '北区', channel: 'phone,app' },
      sort: '-received',
      list: { report: 'volume', figure: 'received', row: '' },
    };
    expect(read(writeState(state).toString())).toEqual(state);
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
    for (const days of ['period=last-7', 'from=2026-01-01&to=2026-02-01']) {
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
