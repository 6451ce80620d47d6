import { describe, expect, it } from '@jest/globals';
import { noDataBeforeOf } from './shown-report.js';

const since = '2026-10-31T20:00:00.000Z';
const over = (to: string, timeZone: string) =>
  noDataBeforeOf({ compared: { from: '2026-09-01', to }, since, state: { timeZone } });

describe('what is compared with', () => {
  it('has no data where it was over before the first complaint, by the days of the report', () => {
    expect(over('2026-10-31', 'UTC')).toBe('2026-10-31');
    expect(over('2026-11-01', 'UTC')).toBeUndefined();
    expect(over('2026-11-01', 'Asia/Shanghai')).toBe('2026-11-01');
  });
});
