import { describe, expect, it } from '@jest/globals';
import { formatSpan, splitDays } from './span.js';

const hour = 3_600_000;

describe('A span', () => {
  it('is hours, minutes and seconds, however many hours', () => {
    expect(formatSpan(49 * hour + 5 * 60_000 + 7_999)).toBe('49:05:07');
    expect(formatSpan(-1_000)).toBe('00:00:01');
  });

  it('has days once there are two of them', () => {
    expect(splitDays(48 * hour - 1)).toEqual({ days: 0, restMs: 48 * hour - 1 });
    expect(splitDays(48 * hour)).toEqual({ days: 2, restMs: 0 });
    expect(splitDays(-(359 * hour + 5))).toEqual({ days: 14, restMs: 23 * hour + 5 });
  });
});
