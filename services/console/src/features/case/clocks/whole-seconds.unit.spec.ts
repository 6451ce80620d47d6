import { expect, it } from '@jest/globals';
import { inWholeSeconds } from './whole-seconds.js';

it('has rows that add up to the total as they are shown', () => {
  const counted = [2_109_600, 18_000_000, 8_690_400];
  let totalMs = 0;
  const rows = inWholeSeconds(
    counted.map((countedMs) => {
      totalMs += countedMs;
      return { countedMs, totalMs };
    }),
  );
  expect(rows.map(({ countedMs }) => countedMs)).toEqual([2_109_000, 18_000_000, 8_691_000]);
  expect(rows.at(-1)?.totalMs).toBe(28_800_000);
});
