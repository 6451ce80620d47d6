import { describe, expect, it } from '@jest/globals';
import { slotsOf } from './due-slots.js';

const from = Date.parse('2026-11-02T01:00:00.000Z');
const hour = 3_600_000;
const due = (minutes: number) => ({ dueAt: new Date(from + minutes * 60_000).toISOString() });

describe('the slots of a time axis', () => {
  it('are equal parts without gaps', () => {
    const slots = slotsOf([], from, from + 2 * hour, 12);
    expect(slots).toHaveLength(12);
    expect(slots[0]!.from).toBe(from);
    expect(slots[11]!.to).toBe(from + 2 * hour);
    slots.slice(1).forEach((slot, index) => expect(slot.from).toBe(slots[index]!.to));
  });

  it('hold every clock once, at its instant', () => {
    const slots = slotsOf([0, 9, 10, 119].map(due), from, from + 2 * hour, 12);
    expect(slots.map(({ clocks }) => clocks.length)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  it('take in what fell due a moment ago, and what is due at the very end', () => {
    const slots = slotsOf([-1, 120].map(due), from, from + 2 * hour, 12);
    expect([slots[0]!.clocks.length, slots[11]!.clocks.length]).toEqual([1, 1]);
  });
});
