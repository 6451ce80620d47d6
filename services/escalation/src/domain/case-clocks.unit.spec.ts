import { describe, expect, it } from '@jest/globals';
import type { SlaClock } from '#sla';
import { foremostDue } from './case-clocks.js';

const clock = (state: SlaClock['state'], dueAt: number, stoppedAt?: number) =>
  ({ state, dueAt, kind: 'stage', ...(stoppedAt !== undefined && { stoppedAt }) }) as SlaClock;
const running = clock('running', 500);
const late = clock('breached', 300);

describe('by when a case stands in a list', () => {
  it('is since when it is past due, for longest, whatever is due next', () => {
    const clocks = [running, late, clock('breached', 400)];
    expect(foremostDue({ stage: 'listen', clocks })).toBe(300);
  });

  it('is when what runs is due, where nothing late waits to be done', () => {
    const clocks = [clock('breached', 100, 150), clock('running', 700), running];
    expect(foremostDue({ stage: 'listen', clocks })).toBe(500);
    expect(foremostDue({ stage: 'closed', clocks: [late] })).toBeUndefined();
  });
});
