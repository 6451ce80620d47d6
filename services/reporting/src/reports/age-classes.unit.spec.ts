import { describe, expect, it } from '@jest/globals';
import { ageClassOf, ageNames, ageOrder, ageSql } from './age-classes.js';

const dayMs = 86_400_000;

describe('the age of what is open', () => {
  it('is in the class that it has reached by now', () => {
    const ages = [0, 1 - 1e-9, 1, 2.9, 3, 6.9, 7, 13.9, 14, 29.9, 30, 400];
    expect(ages.map((days) => ageClassOf(days * dayMs))).toEqual([
      ...['under-1-day', 'under-1-day', '1-to-3-days', '1-to-3-days'],
      ...['3-to-7-days', '3-to-7-days', '7-to-14-days', '7-to-14-days'],
      ...['14-to-30-days', '14-to-30-days', 'over-30-days', 'over-30-days'],
    ]);
  });

  it('is sorted from the youngest to the oldest', () => {
    const sorted = [...ageNames].reverse().sort((a, b) => (ageOrder(a) < ageOrder(b) ? -1 : 1));
    expect(sorted).toEqual(ageNames);
  });

  it('is counted from a time that is given as a value', () => {
    const values: unknown[] = ['UTC'];
    expect(ageSql('c.received_at', 1_000, values)).toMatch(
      /^case when \(\$2::bigint - c\.received_at\) < 86400000 then 'under-1-day'/,
    );
    expect(values).toEqual(['UTC', 1_000]);
  });
});
