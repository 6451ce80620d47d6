import { describe, expect, it } from '@jest/globals';
import { moveOf, standingOfList } from './list-standing.js';

const whole = { isWhole: true, isFetching: false, listed: 3, count: 3, total: 3 };

describe('a list beside its figure', () => {
  it('agrees with it only where nothing is read any more', () => {
    expect(standingOfList(whole)).toBe('equal');
    expect(standingOfList({ ...whole, isFetching: true })).toBe('again');
    expect(standingOfList({ ...whole, isFetching: true, count: 4 })).toBe('again');
    expect(standingOfList({ ...whole, isWhole: false, isFetching: true })).toBe('loading');
    expect(standingOfList({ ...whole, isWhole: false })).toBe('part');
  });

  it('is compared with what the figure was then, as long as the report is still read', () => {
    expect(standingOfList({ ...whole, count: undefined })).toBe('equal');
    expect(standingOfList({ ...whole, count: undefined, total: 4 })).toBe('unknown');
    expect(standingOfList({ ...whole, count: 4 })).toBe('moved');
  });
});

describe('a list and a figure that differ', () => {
  const differ = { listed: 5, count: 3 };
  const read = { listedAt: 2_000, countedAt: 1_000 };

  it('say which of them is newer, and what came since the other', () => {
    expect(moveOf(differ, { ...read, isHeld: true })).toEqual({ text: 'movedHeld', step: 2 });
    expect(moveOf(differ, { ...read, isHeld: false })).toEqual({ text: 'newer', step: 2 });
  });

  it('say so also of figures that were read after the list, held still or not', () => {
    const later = { listedAt: 1_000, countedAt: 2_000 };
    for (const isHeld of [true, false])
      expect(moveOf(differ, { ...later, isHeld })).toEqual({ text: 'moved', step: -2 });
  });
});
