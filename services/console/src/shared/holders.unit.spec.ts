import { describe, expect, it } from '@jest/globals';
import { heldBy, leftBy } from './holders.js';

const byPointer = heldBy(undefined, 'pointer', ['a', 'b']);
const byBoth = heldBy(byPointer, 'focus', ['b', 'a']);

describe('a list that somebody points into, or has the focus in', () => {
  it('keeps the order in which it was taken hold of', () => {
    expect(byBoth.keys).toEqual(['a', 'b']);
    expect(heldBy(byBoth, 'pointer', ['b', 'a'])).toBe(byBoth);
  });

  it('is held while the focus is in it, though the pointer left', () => {
    expect(leftBy(byBoth, 'pointer')).toEqual({ holders: ['focus'], keys: ['a', 'b'] });
  });

  it('is free when both have left', () => {
    expect(leftBy(leftBy(byBoth, 'focus'), 'pointer')).toBeUndefined();
  });

  it('stays as it is when one leaves that did not hold it', () => {
    expect(leftBy(byPointer, 'focus')).toBe(byPointer);
    expect(leftBy(undefined, 'focus')).toBeUndefined();
  });
});
