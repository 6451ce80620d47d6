import { describe, expect, it } from '@jest/globals';
import { dotAt } from './chart-dots.js';

const interval = { low: 0.4, high: 0.6 };
const none = { low: null, high: null };
const share = {
  ...{ id: 'csat', name: 'Satisfaction', colour: '#000', draws: 'line' as const },
  ...{ values: [0.5, null, 0.5], intervals: [interval, none, interval] },
};
const before = { ...share, id: 'csat before', draws: 'dashed' as const };
/** Groups 100 points apart, a whole share 200 points high. */
const placed = (group: number, value: number) => [100 * group + 50, 200 * (1 - value)];
const at = (x: number, y: number) => dotAt({ series: [share, before] }, [x, y], placed);

describe('a point of a chart of dots', () => {
  it('is of the dot that is near, and of its whisker', () => {
    expect(at(55, 103)).toEqual({ series: 'csat', group: 0 });
    expect(at(246, 82)).toEqual({ series: 'csat', group: 2 });
  });

  it('is of none where there is none', () => {
    expect(at(150, 100)).toBeUndefined();
    expect(at(50, 10)).toBeUndefined();
    expect(at(80, 100)).toBeUndefined();
  });

  it('is the nearest of those that stand close', () => {
    const close = (group: number, value: number) => [10 * group, 200 * (1 - value)];
    const series = [
      { ...share, values: [0.5, 0.5, 0.5], intervals: [interval, interval, interval] },
    ];
    expect(dotAt({ series }, [9, 100], close)).toEqual({ series: 'csat', group: 1 });
  });
});
