import { describe, expect, it } from '@jest/globals';
import { ageOf } from './age-of.js';

describe('how old something is, in words', () => {
  it.each([
    [0.2, 'seconds', 1],
    [2.4, 'seconds', 2],
    [119, 'seconds', 119],
    [120, 'minutes', 2],
    [7_199, 'minutes', 119],
    [7_200, 'hours', 2],
    [172_799, 'hours', 47],
    [172_800, 'days', 2],
  ] as const)('%s s are %s: %s', (seconds, unit, count) => {
    expect(ageOf(seconds)).toEqual({ unit, count });
  });
});
