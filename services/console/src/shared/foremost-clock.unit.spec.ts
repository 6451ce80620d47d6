import { describe, expect, it } from '@jest/globals';
import { byUrgency, foremost } from './foremost-clock.js';

describe('the clock of a case in one line', () => {
  const running = { clockId: 'next', state: 'running' as const, dueAt: '2026-01-07T00:00:00Z' };
  const late = { clockId: 'late', state: 'breached' as const, dueAt: '2026-01-04T00:00:00Z' };
  const rulingClock = 'next';

  it('is the one that is past due, although another is due next', () => {
    expect(foremost({ clocks: [running, late], rulingClock })).toBe(late);
  });

  it('is the one that is due next where nothing is late, or what was late has stopped', () => {
    const stopped = { ...late, stoppedAt: '2026-01-05T00:00:00Z' };
    expect(foremost({ clocks: [stopped, running], rulingClock })).toBe(running);
    expect(foremost({ clocks: [stopped], rulingClock: null })).toBeUndefined();
  });
});

describe('a clock among those of its case', () => {
  it('comes first once it is past due, then the earliest due, and what has stopped last', () => {
    const clocks = [
      { state: 'met' as const, dueAt: '2026-01-01T00:00:00Z' },
      {
        state: 'breached' as const,
        dueAt: '2026-01-02T00:00:00Z',
        stoppedAt: '2026-01-03T00:00:00Z',
      },
      { state: 'running' as const, dueAt: '2026-01-07T00:00:00Z' },
      { state: 'running' as const, dueAt: '2026-01-06T00:00:00Z' },
      { state: 'breached' as const, dueAt: '2026-01-05T00:00:00Z' },
      { state: 'breached' as const, dueAt: '2026-01-04T00:00:00Z' },
    ];
    const days = byUrgency(clocks).map(({ dueAt }) => dueAt.slice(8, 10));
    expect(days).toEqual(['04', '05', '06', '07', '02', '01']);
  });
});
