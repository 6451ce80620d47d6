import { describe, expect, it } from '@jest/globals';
import { overlapOf } from './share-overlap.js';

const line = (group: string, n: number, [low, rate, high]: [number, number, number]) => ({
  group,
  figures: { attainment: { n, rate, low, high } },
});
const north = line('north', 900, [0.975, 0.986, 0.992]);
const south = line('south', 800, [0.978, 0.989, 0.994]);
const far = line('far', 700, [0.8, 0.85, 0.89]);

describe('shares of several lines', () => {
  it('may not differ where the intervals of the lowest and the highest overlap', () => {
    const found = overlapOf([south, north], 'attainment');
    expect([found?.lowest.group, found?.highest.group]).toEqual(['north', 'south']);
  });

  it('differ where these are apart, whatever lies between', () => {
    expect(overlapOf([south, north, far], 'attainment')).toBeUndefined();
  });

  it('are told by those that rest on most where several are the lowest or the highest', () => {
    const least = line('least', 40, [0.91, 1, 1]);
    const most = line('most', 400, [0.99, 1, 1]);
    const low = line('low', 300, [0.985, 0.99, 0.995]);
    expect(overlapOf([most, low, least], 'attainment')?.highest.group).toBe('most');
    expect(overlapOf([least, low, most], 'attainment')?.highest.group).toBe('most');
    expect(overlapOf([least, most], 'attainment')).toBeUndefined();
  });

  it('say nothing of lines that rest on too little, or of one alone', () => {
    const few = line('few', 12, [0.1, 0.5, 0.9]);
    const none = { group: 'none', figures: { attainment: { n: 0, rate: null } } };
    expect(overlapOf([south, few, none], 'attainment')).toBeUndefined();
    expect(overlapOf([few, south, north], 'attainment')?.lowest.group).toBe('north');
  });
});
