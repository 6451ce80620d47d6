import { describe, expect, it } from '@jest/globals';
import { neighboursOf } from './case-order.js';

describe('the next case', () => {
  it('follows the order of the list that was left', () => {
    expect(neighboursOf(['b', 'a', 'c'], 'a')).toEqual({
      ...{ previous: 'b', next: 'c', position: 2, count: 3 },
    });
  });

  it('is none after the last one, nor for a case of no list', () => {
    expect(neighboursOf(['a', 'b'], 'b')).toEqual({ previous: 'a', position: 2, count: 2 });
    expect(neighboursOf(['a'], 'z')).toEqual({ count: 1 });
  });
});
