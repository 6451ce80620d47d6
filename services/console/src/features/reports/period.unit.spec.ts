import { describe, expect, it } from '@jest/globals';
import dayjs from 'dayjs';
import {
  changesWith,
  bucketOf,
  bucketsOf,
  comparedBy,
  comparedSpan,
  dateIn,
  daysOfBucket,
  spanOf,
  unitFor,
} from './period.js';
import type { TimeUnit } from './period.js';

const today = '2026-11-28';

describe('periods', () => {
  it('end with today, and leave tomorrow out', () => {
    expect(spanOf('today', today, {})).toEqual({ from: '2026-11-28', to: '2026-11-29' });
    expect(spanOf('last-7', today, {})).toEqual({ from: '2026-11-22', to: '2026-11-29' });
    expect(spanOf('this-week', today, {})).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(spanOf('last-week', today, {})).toEqual({ from: '2026-11-16', to: '2026-11-23' });
    expect(spanOf('this-quarter', today, {})).toEqual({ from: '2026-10-01', to: '2026-11-29' });
    expect(spanOf('last-month', today, {})).toEqual({ from: '2026-10-01', to: '2026-11-01' });
    expect(spanOf('all', today, {})).toEqual({});
  });

  it('compare a month so far with as many days of the month before', () => {
    const span = spanOf('this-month', today, {});
    expect(comparedSpan({ period: 'this-month', comparison: 'previous' }, span)).toEqual({
      from: '2026-10-01',
      to: '2026-10-29',
    });
    expect(comparedSpan({ period: 'this-month', comparison: 'year' }, span)).toEqual({
      from: '2025-11-01',
      to: '2025-11-29',
    });
  });

  it('compare the week that is over with the one before', () => {
    const span = spanOf('last-week', today, {});
    expect(comparedSpan({ period: 'last-week', comparison: 'previous' }, span)).toEqual({
      from: '2026-11-09',
      to: '2026-11-16',
    });
  });

  it('have weeks from Monday, in the calendar too', () => {
    const first = (language: string) => dayjs(today).locale(language).startOf('week');
    expect(first('en').format('YYYY-MM-DD')).toBe('2026-11-23');
  });

  it('compare a whole month with the whole month before', () => {
    const span = spanOf('last-month', '2026-04-10', {});
    expect(comparedSpan({ period: 'last-month', comparison: 'previous' }, span)).toEqual({
      from: '2026-02-01',
      to: '2026-03-01',
    });
  });

  it('compare days with as many days before them', () => {
    const span = spanOf('last-30', today, {});
    expect(comparedSpan({ period: 'last-30', comparison: 'previous' }, span)).toEqual({
      from: '2026-09-30',
      to: '2026-10-30',
    });
  });

  it('say by what they are compared: the same days of own choice are compared with others', () => {
    const previous = 'previous' as const;
    expect(comparedBy({ period: 'this-month', comparison: previous })).toBe('month');
    expect(comparedBy({ period: 'custom', comparison: previous })).toBe('days');
    expect(comparedBy({ period: 'custom', comparison: previous, whole: 'month' })).toBe('month');
    expect(comparedBy({ period: 'custom', comparison: 'year', whole: 'month' })).toBe('year');
  });

  it('compare the 29th of February with the 28th', () => {
    const span = { from: '2028-02-29', to: '2028-03-01' };
    expect(comparedSpan({ period: 'custom', comparison: 'year' }, span)).toEqual({
      from: '2027-02-28',
      to: '2027-03-01',
    });
  });

  it('compare nothing that has no end', () => {
    expect(comparedSpan({ period: 'all', comparison: 'year' }, {})).toBeUndefined();
    const span = spanOf('today', today, {});
    expect(comparedSpan({ period: 'today', comparison: 'none' }, span)).toBeUndefined();
  });

  it('begin where the time zone says', () => {
    const at = Date.parse('2026-11-28T17:00:00Z');
    expect([dateIn('UTC', at), dateIn('Asia/Shanghai', at)]).toEqual(['2026-11-28', '2026-11-29']);
  });
});

describe('groups of time', () => {
  it('are named as the server names them', () => {
    const names = (day: string) =>
      (['day', 'week', 'month', 'quarter', 'year'] as const).map((unit) => bucketOf(day, unit));
    expect(names('2027-01-01')).toEqual(['2027-01-01', '2026-W53', '2027-01', '2027-Q1', '2027']);
  });

  it.each<[TimeUnit, string, string, string]>([
    ['day', '2026-12-31', '2026-12-31', '2027-01-01'],
    ['week', '2026-W53', '2026-12-28', '2027-01-04'],
    ['week', '2021-W01', '2021-01-04', '2021-01-11'],
    ['month', '2026-02', '2026-02-01', '2026-03-01'],
    ['quarter', '2026-Q4', '2026-10-01', '2027-01-01'],
    ['year', '2026', '2026-01-01', '2027-01-01'],
  ])('know the days of a %s', (unit, bucket, from, to) => {
    expect(daysOfBucket(bucket, unit)).toEqual({ from, to });
  });

  it('are there when nothing happened in them', () => {
    expect(bucketsOf({ from: '2026-12-30', to: '2027-01-12' }, 'week')).toEqual([
      '2026-W53',
      '2027-W01',
      '2027-W02',
    ]);
  });

  it('are as many as one can look at', () => {
    expect(unitFor(spanOf('last-30', today, {}))).toBe('day');
    expect(unitFor(spanOf('this-year', today, {}))).toBe('month');
    expect(unitFor({})).toBe('month');
  });
});

describe('a period that is named', () => {
  it('has other days tomorrow, unless it is over already', () => {
    expect((['this-month', 'last-7', 'last-week', 'last-month'] as const).map(changesWith)).toEqual(
      ['tomorrow', 'tomorrow', 'week', 'month'],
    );
  });
});
