import { describe, expect, it } from '@jest/globals';
import { sortLines } from './sort-lines.js';

const line = (group: string, figures: Record<string, unknown>) => ({ row: group, group, figures });
const share = (rate: number | null) => ({ n: 40, rate, low: rate, high: rate });
const lines = [
  line('a', { received: 2, csat: share(null) }),
  line('b', { received: 9, csat: share(0.2) }),
  line('c', { received: 2, csat: share(0.7) }),
  line('d', {}),
];
const order = (sort: string | undefined) =>
  sortLines(lines, undefined, sort)
    .lines.map(({ group }) => group)
    .join('');

describe('the lines of a table', () => {
  it('are as they came until somebody sorts them', () => {
    expect(order(undefined)).toBe('abcd');
  });

  it('go by a count, equal ones as they were and those without it last', () => {
    expect([order('-received'), order('received')]).toEqual(['bacd', 'acbd']);
  });

  it('go by a share, which may be unknown', () => {
    expect([order('-csat'), order('csat')]).toEqual(['cbad', 'bcad']);
  });

  it('take along what they are compared with', () => {
    const before = [{ received: 1 }, { received: 2 }, undefined, { received: 4 }];
    const sorted = sortLines(lines, before, '-received');
    expect(sorted.before).toEqual([{ received: 2 }, { received: 1 }, undefined, { received: 4 }]);
  });
});
