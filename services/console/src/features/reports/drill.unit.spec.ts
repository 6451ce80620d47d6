import { describe, expect, it } from '@jest/globals';
import { drillInto, matchedLines } from './drill.js';
import { readState } from './report-state.js';

const node = (code: string, parent?: string) => ({
  code,
  name: { zh: code, en: code },
  active: true,
  ...(parent && { parent }),
});
const units = [node('hq'), node('north', 'hq')];
const state = readState(new URLSearchParams('channel=phone'), {
  period: 'last-30',
  timeZone: 'UTC',
});
const line = (row: string, group = row) => ({ row, group, figures: { received: group.length } });

describe('opening a line', () => {
  it('of time shows its days', () => {
    expect(drillInto(state, 'quarter', line('2026-Q4'), undefined)).toEqual({
      period: 'custom',
      custom: { from: '2026-10-01', to: '2027-01-01' },
      by: 'week',
    });
    expect(drillInto(state, 'day', line('2026-11-28'), undefined)).toBeUndefined();
  });

  it('of the organisation shows what is below it, and nothing below a leaf', () => {
    const filters = { channel: 'phone', unit: 'hq' };
    expect(drillInto(state, 'unit', line('hq'), units)).toEqual({ filters });
    expect(drillInto(state, 'unit', line('north'), units)).toBeUndefined();
    expect(drillInto(state, 'unit', line('=hq', 'hq'), units)).toBeUndefined();
  });

  it('of anything else leads nowhere: below it there is nothing, and it has its list', () => {
    const groups = { channel: 'phone', tier: 'vip', clock: 'resolution', age: 'over-30-days' };
    for (const [by, group] of Object.entries(groups)) {
      expect(drillInto(state, by as 'tier', line(group), undefined)).toBeUndefined();
    }
  });
});

describe('what lines are compared with', () => {
  it('is of time what stands at the same place', () => {
    const before = [line('2026-10-01'), line('2026-10-02')];
    expect(matchedLines([line('2026-11-01')], before, 'day')).toEqual([before[0]!.figures]);
  });

  it('is of groups the same group', () => {
    const before = [line('south'), line('north')];
    expect(matchedLines([line('north'), line('new')], before, 'unit')).toEqual([
      before[1]!.figures,
      undefined,
    ]);
  });
});
