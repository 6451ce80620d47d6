import { describe, expect, it } from '@jest/globals';
import { firstSort, orderOf, sortLines, sortOf, sortedBy } from './sort-lines.js';

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

  it('go by a share that says something before one of too few, whichever way', () => {
    const few = line('e', { csat: { n: 3, rate: 1, low: 0.4, high: 1 } });
    const lowest = line('f', { csat: { n: 3, rate: 0, low: 0, high: 0.6 } });
    const all = [few, lowest, ...lines];
    const groups = (sort: string) =>
      sortLines(all, undefined, sort)
        .lines.map(({ group }) => group)
        .join('');
    expect([groups('-csat'), groups('csat')]).toEqual(['cbefad', 'bcfead']);
  });

  it('go by a mean in the same way: one of too few cases comes after the others', () => {
    const means = [
      line('a', { secondsPerCase: 900, handled: 1 }),
      line('b', { secondsPerCase: 60, handled: 40 }),
      line('c', { secondsPerCase: 90, handled: 40 }),
    ];
    const { lines } = sortLines(means, undefined, '-secondsPerCase');
    expect(lines.map(({ group }) => group)).toEqual(['c', 'b', 'a']);
  });

  it('take along what they are compared with', () => {
    const before = [{ received: 1 }, { received: 2 }, undefined, { received: 4 }];
    const sorted = sortLines(lines, before, '-received');
    expect(sorted.before).toEqual([{ received: 2 }, { received: 1 }, undefined, { received: 4 }]);
  });
});

describe('a table that nobody sorted', () => {
  it('has the biggest first, unless its groups have an order of their own', () => {
    const volume = { figures: ['received', 'closed'] };
    expect(firstSort(volume, 'channel')).toBe('-received');
    expect(firstSort(volume, 'unit')).toBe('-received');
    for (const by of ['day', 'tier', 'severity', 'age'] as const)
      expect(firstSort(volume, by)).toBeUndefined();
  });
});

describe('what a table is sorted by', () => {
  it('comes from the address as it went there', () => {
    const said = sortedBy({ columnKey: 'due', order: 'descend' });
    expect(said).toBe('-due');
    expect(orderOf(sortOf(said), 'due')).toBe('descend');
    expect(orderOf(sortOf('due'), 'due')).toBe('ascend');
    expect(orderOf(sortOf(said), 'late')).toBeNull();
    expect(sortedBy({ columnKey: 'due', order: null })).toBeUndefined();
  });
});
