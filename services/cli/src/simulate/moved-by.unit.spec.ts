import { describe, expect, it } from '@jest/globals';
import { movedBy } from './moved-by.js';

describe('a step that is taken late', () => {
  const body = { text: '2026-11-23', dueAt: '2026-11-23T10:00:00.000Z', followUpDays: 3 };

  it('sets its instants as far ahead as was planned, and nothing else anew', () => {
    expect(movedBy(90_000, body)).toEqual({ ...body, dueAt: '2026-11-23T10:01:30.000Z' });
    expect(movedBy(60_000, { until: '2026-11-23T23:59:30.000Z' })).toEqual({
      until: '2026-11-24T00:00:30.000Z',
    });
  });

  it('is as it was planned when it is not late', () => {
    expect(movedBy(0, body)).toBe(body);
  });
});
