import { describe, expect, it } from '@jest/globals';
import { lineParameters, linesOf, rowOf, treeLines } from './lines.js';

const totals = { received: 3, secondsPerCase: 40 };

describe('the lines of a report', () => {
  it('over time have the days on which nothing happened, and none after today', () => {
    const rows = [{ group: '2026-11-26', received: 3, secondsPerCase: 40 }];
    const span = { from: '2026-11-25', to: '2026-12-01' };
    const lines = linesOf(rows, 'day', span, '2026-11-27', totals, ['secondsPerCase']);
    expect(lines.map(({ group, figures }) => [group, figures])).toEqual([
      ['2026-11-25', { received: 0, secondsPerCase: null }],
      ['2026-11-26', rows[0]],
      ['2026-11-27', { received: 0, secondsPerCase: null }],
    ]);
  });

  it('over time are blank on days before there was any data', () => {
    const rows = [{ group: '2026-11-26', received: 3 }];
    const span = { from: '2026-11-24', to: '2026-11-28' };
    const lines = linesOf(rows, 'day', span, '2026-11-27', totals, [], '2026-11-26');
    const received = lines.map(({ figures }) => figures['received']);
    expect(received).toEqual([undefined, undefined, 3, 0]);
  });

  it('over all time go from the first to the last that happened', () => {
    const rows = ['2026-09', '2026-11'].map((group) => ({ group, received: 1 }));
    const groups = linesOf(rows, 'month', {}, '2026-11-27', totals, []).map(({ group }) => group);
    expect(groups).toEqual(['2026-09', '2026-10', '2026-11']);
    expect(linesOf([], 'month', {}, '2026-11-27', totals, [])).toEqual([]);
  });

  it('of other groups are as they come', () => {
    const rows = [{ group: 'vip', received: 3 }];
    expect(linesOf(rows, 'tier', {}, '2026-11-27', totals, [])).toEqual([
      { row: 'vip', group: 'vip', figures: rows[0] },
    ]);
  });

  it('of levels go from the lowest up, and what is none of them comes last', () => {
    const rows = ['critical', '', 'high', 'low'].map((group) => ({ group, received: 1 }));
    const groups = linesOf(rows, 'severity', {}, '2026-11-27', totals, []).map(
      ({ group }) => group,
    );
    expect(groups).toEqual(['low', 'high', 'critical', '']);
  });

  it('of a tree have what the server counted below a node, and what is its own', () => {
    const rows = [
      { group: 'hq', received: 1 },
      { group: 'north', received: 2 },
    ];
    const branches = [
      { code: 'north', own: false },
      { code: 'hq', own: true },
    ];
    expect(treeLines(rows, branches).map(({ row, figures }) => [row, figures['received']])).toEqual(
      [
        ['north', 2],
        ['=hq', 1],
      ],
    );
    expect(branches.map(rowOf)).toEqual(['north', '=hq']);
  });
});

describe('the list of a line', () => {
  it('of a tree has what lies below its node', () => {
    expect(lineParameters('hq', 'unit')).toEqual({ unitTree: 'hq' });
  });

  it('of what is its own, and of what has no unit, has that group alone', () => {
    expect(lineParameters('=hq', 'unit')).toEqual({ by: 'unit', group: 'hq' });
    expect(lineParameters('=', 'unit')).toEqual({ by: 'unit', group: '' });
  });

  it('of all lines has no group', () => {
    expect(lineParameters(undefined, 'month')).toEqual({});
    expect(lineParameters('2026-11', 'month')).toEqual({
      by: 'month',
      group: '2026-11',
    });
  });
});
