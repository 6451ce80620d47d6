import { describe, expect, it } from '@jest/globals';
import { newId } from './new-id.js';

describe('newId', () => {
  it('is a version 7 UUID that carries the given time', () => {
    const now = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
    const id = newId(now);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now);
  });

  it('sorts in the order of making, also within a millisecond, and never repeats', () => {
    const ids = Array.from({ length: 20_000 }, (_, n) =>
      newId(1_700_000_000_000 + Math.floor(n / 5_000)),
    );
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives different ids to the same virtual instant asked for again', () => {
    const first = newId(1_000);
    newId(2_000);
    expect(newId(1_000)).not.toBe(first);
  });
});
