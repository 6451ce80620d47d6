import { describe, expect, it } from '@jest/globals';
import { instantOfDay } from './happened-at.js';

const now = new Date(2026, 10, 29, 9, 30);
const at = (...parts: [number, number, number, number]) => new Date(...parts).toISOString();

describe('a day without a time', () => {
  it.each(['2026-11-20', ' 2026/11/20 ', '2026.11.20', '2026年11月20日'])(
    'is its noon: %s',
    (text) => {
      expect(instantOfDay(text, now)).toBe(at(2026, 10, 20, 12));
    },
  );

  it('is now, while it is not noon yet', () => {
    expect(instantOfDay('2026-11-29', now)).toBe(now.toISOString());
  });

  it.each(['2026-11-20 08:00', '2026-02-31', '2026-13-01', '2026-11-30', 'yesterday', ''])(
    'is not read from %j',
    (text) => {
      expect(instantOfDay(text, now)).toBeUndefined();
    },
  );
});
