import { expect, it } from '@jest/globals';
import { cutsOf, overlongAttemptsOf } from './divide-batch.js';

it.each([
  ['around the event whose handler threw', 9, 2, false, [0, 2, 3, 9]],
  ['behind the first', 9, 0, false, [0, 1, 9]],
  ['before the last', 9, 8, false, [0, 8, 9]],
  ['in the middle where no handler threw', 9, -1, false, [0, 4, 9]],
  ['in the middle where it took too long', 9, -1, true, [0, 4, 9]],
  ['around who was at work and in the middle where it took too long', 9, 7, true, [0, 4, 7, 8, 9]],
  ['once where both are the same', 8, 4, true, [0, 4, 5, 8]],
  ['between two', 2, 1, true, [0, 1, 2]],
])('divides a batch %s', (_where, size, poison, isOverlong, expected) => {
  expect(cutsOf(size, poison, isOverlong)).toEqual(expected);
});

it.each([
  ['a batch once', 500, 500, 1],
  ['two once', 2, 2, 1],
  ['records that are no events once, while they can be divided', 2, 0, 1],
  ['an event twice', 1, 1, 2],
  ['a record that is no event for ever', 1, 0, Infinity],
  ['progress alone for ever', 0, 0, Infinity],
])('lets %s take too long', (_what, size, events, expected) => {
  expect(overlongAttemptsOf(size, events)).toBe(expected);
});
