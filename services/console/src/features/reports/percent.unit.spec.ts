import { describe, expect, it } from '@jest/globals';
import { percentIn } from './percent.js';

const percent = percentIn('en');

describe('a share in words', () => {
  it('has one decimal', () => {
    expect([percent(0), percent(0.5), percent(2 / 3), percent(1)]).toEqual([
      '0%',
      '50%',
      '66.7%',
      '100%',
    ]);
  });

  it('has more where it would look whole, or like nothing', () => {
    expect([percent(2_189 / 2_190), percent(0.99996)]).toEqual(['99.95%', '99.996%']);
    expect(percent(1 / 2_190)).toBe('0.05%');
  });

  it('is said to be near where no decimals do', () => {
    expect([percent(0.9999999), percent(0.0000001)]).toEqual(['> 99.999%', '< 0.001%']);
  });
});
