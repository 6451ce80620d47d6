import { describe, expect, it } from '@jest/globals';
import { sumBeyondTotal } from './row-overlap.js';

const lines = [{ figures: { handled: 55, late: 2 } }, { figures: { handled: 89, late: null } }];

describe('the lines of a figure', () => {
  it('add up to more than the total where a case stands in several', () => {
    expect(sumBeyondTotal(lines, { handled: 143 }, 'handled')).toBe(144);
  });

  it('are nothing to tell where they add up to it, or where there is no total', () => {
    expect(sumBeyondTotal(lines, { late: 2 }, 'late')).toBeUndefined();
    expect(sumBeyondTotal(lines, {}, 'handled')).toBeUndefined();
  });
});
