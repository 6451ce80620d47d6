import { describe, expect, it } from '@jest/globals';
import { isComparedBeforeData, noDataBeforeOf } from './shown-report.js';

const since = '2026-10-31T20:00:00.000Z';
const span = { from: '2026-11-02', to: '2026-11-09' };
const compared = (to: string, timeZone: string) =>
  isComparedBeforeData({ span, compared: { from: '2026-09-01', to }, since, state: { timeZone } });

describe('what is compared with', () => {
  it('has no data where it was over before the first complaint, by the days of the report', () => {
    expect(compared('2026-10-31', 'UTC')).toBe(true);
    expect(compared('2026-11-01', 'UTC')).toBe(false);
    expect(compared('2026-11-01', 'Asia/Shanghai')).toBe(true);
  });
});

describe('the first day of data', () => {
  const state = { timeZone: 'UTC' };
  const told = (from: string | undefined, before?: string) => {
    const earlier = before === undefined ? undefined : { from: before, to: '2026-11-02' };
    return noDataBeforeOf({ span: { ...span, from }, compared: earlier, since, state });
  };

  it('is told where what is shown, or compared with, begins before it', () => {
    expect(told('2026-10-30')).toBe('2026-10-31');
    expect(told('2026-11-02', '2026-10-26')).toBe('2026-10-31');
    expect(told('2026-10-31')).toBeUndefined();
    expect(told(undefined)).toBeUndefined();
  });
});
