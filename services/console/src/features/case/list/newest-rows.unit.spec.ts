import { describe, expect, it } from '@jest/globals';
import { newestRows, rowsToHold } from './newest-rows.js';

const row = (id: string, version: number) => ({ id, version });

describe('rows that stay in sight while some are chosen', () => {
  it('are as they were read last, in their places, and no others come among them', () => {
    const seen = [row('a', 3), row('b', 5)];
    const read = [row('b', 6), row('a', 2), row('c', 1)];
    expect(newestRows(seen, read)).toEqual([row('a', 3), row('b', 6)]);
  });

  it('are the same ones where nothing newer was read', () => {
    const seen = [row('a', 3)];
    expect(newestRows(seen, [row('a', 3)])).toBe(seen);
    expect(newestRows(seen, [])).toBe(seen);
  });

  it('are all that are shown once one of a later page is chosen', () => {
    const held = [row('a', 3), row('b', 5)];
    const shown = [...held, row('c', 1), row('d', 2)];
    expect(rowsToHold(held, shown, ['a', 'b'])).toBe(held);
    expect(rowsToHold(held, shown, [])).toBe(held);
    expect(rowsToHold(held, shown, ['a', 'd'])).toBe(shown);
  });
});
