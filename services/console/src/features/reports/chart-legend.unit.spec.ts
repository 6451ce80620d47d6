import { describe, expect, it } from '@jest/globals';
import { legendLines, topBelow } from './chart-legend.js';

const names = ['Worked on', 'Over target', 'Over call limit'];
const compared = names.map((name) => `${name}, before`);

describe('a legend', () => {
  it('stands in one line where there is room, and in as many as it needs where there is none', () => {
    expect(legendLines(names, 480)).toBe(1);
    expect(legendLines([...names, ...compared], 480)).toBe(3);
    expect(legendLines([...names, ...compared], 1_200)).toBe(1);
    expect(topBelow(2)).toBeGreaterThan(topBelow(1));
  });

  it('is turned over where it would leave the chart no room', () => {
    expect(legendLines([...names, ...compared, ...names, ...compared], 300)).toBeUndefined();
  });
});
