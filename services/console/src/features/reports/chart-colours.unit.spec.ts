import { describe, expect, it } from '@jest/globals';
import { deepened } from './chart-colours.js';

describe('a deepened colour', () => {
  it('lies half way to the ink of its ground', () => {
    expect(deepened('#0072b2', false)).toBe('#003959');
    expect(deepened('#56b4e9', true)).toBe('#abdaf4');
    expect(deepened('#000000', false)).toBe('#000000');
  });
});
