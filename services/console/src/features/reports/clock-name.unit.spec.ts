import { describe, expect, it } from '@jest/globals';
import { clockNameOf, ordinal } from './clock-name.js';

describe('the name of a clock', () => {
  it('is its kind, with its stage and which of them it is', () => {
    expect(clockNameOf('resolution')).toEqual({ kind: 'resolution' });
    expect(clockNameOf('stage:listen')).toEqual({ kind: 'stage', stage: 'listen' });
    expect(clockNameOf('next-update#2')).toEqual({ kind: 'next-update', number: 2 });
    expect(clockNameOf('department:019aafe0#3')).toEqual({ kind: 'department', number: 3 });
    expect(clockNameOf('something-new')).toBeUndefined();
  });

  it('counts as English does', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 102].map(ordinal)).toEqual([
      ...['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '102nd'],
    ]);
  });
});
