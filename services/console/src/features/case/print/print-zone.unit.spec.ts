import { describe, expect, it } from '@jest/globals';
import { ownZone } from '../../../shared/zoned-text.js';
import { byTime, printZone } from './print-zone.js';

const clock = (timeZone: string) => ({ explanation: { timeZone } });

describe('a printed case', () => {
  it('has the one zone of its clocks, or that of whoever prints', () => {
    const other = ownZone() === 'Asia/Shanghai' ? 'Europe/Rome' : 'Asia/Shanghai';
    expect(printZone([clock(other), clock(other)])).toBe(other);
    expect(printZone([clock(other), clock('America/Lima')])).toBe(ownZone());
    expect(printZone([])).toBe(ownZone());
  });

  it('tells what was recorded late where it happened, and leaves equal times in their order', () => {
    const entry = (id: string, occurredAt: string) => ({ id, occurredAt });
    const entries = [
      entry('opened', '2026-01-05T15:10:00.000Z'),
      entry('call', '2026-01-05T08:22:00.000+00:00'),
      entry('alert', '2026-01-05T15:10:00.000Z'),
    ];
    expect(byTime(entries).map(({ id }) => id)).toEqual(['call', 'opened', 'alert']);
  });
});
