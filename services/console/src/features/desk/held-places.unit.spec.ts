import { describe, expect, it } from '@jest/globals';
import { inHeldPlaces } from './held-places.js';

const cases = (...ids: string[]) => ids.map((id) => ({ id }));

describe('a list that somebody reaches into', () => {
  it('follows its order while nobody does', () => {
    const listed = cases('b', 'a');
    expect(inHeldPlaces(listed, undefined)).toEqual({ shown: listed, waiting: 0 });
  });

  it('keeps every case in its place, and lets newcomers wait', () => {
    expect(inHeldPlaces(cases('new', 'b', 'a'), ['a', 'b'])).toEqual({
      shown: cases('a', 'b'),
      waiting: 1,
    });
  });

  it('drops what is listed no more', () => {
    expect(inHeldPlaces(cases('b', 'c'), ['a', 'b'])).toEqual({ shown: cases('b'), waiting: 1 });
  });
});
