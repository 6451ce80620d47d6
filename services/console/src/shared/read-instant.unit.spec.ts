import { describe, expect, it } from '@jest/globals';
import { notAfter, readInstant } from './read-instant.js';

const read = (text: string) => readInstant(text, 'noon');

describe('an instant that is typed', () => {
  it.each([
    ...['2026-12-01 09:05', ' 2026/12/1 9:05 ', '2026.12.01 09：05', '2026-12-01T09:05'],
    ...['2026年12月1日 9点5分', '2026年12月1日9时05分'],
  ])('is taken as it reads: %s', (text) => {
    expect(read(text)).toEqual(new Date(2026, 11, 1, 9, 5));
  });

  it.each(['2026-12-01', ' 2026/12/1 ', '2026.12.01', '2026年12月1日'])(
    'is a day alone: its noon, or its beginning: %s',
    (text) => {
      expect(read(text)).toEqual(new Date(2026, 11, 1, 12));
      expect(readInstant(text, 'start')).toEqual(new Date(2026, 11, 1));
    },
  );

  it.each([
    ...['', 'tomorrow', '明天上午', '2026-02-31', '2026-13-01', '12-01', '2026-12-01 24:00'],
    ...['2026-12-01 09:60', '2026-12-01 00:00 09:00', '2026-12-01 9', '2026-12-0109:00'],
  ])('is not read from %j', (text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('what lies behind', () => {
  const now = new Date(2026, 10, 29, 9, 30);

  it('is now where its day is today and its hour is to come', () => {
    expect(notAfter(new Date(2026, 10, 29, 12), now)).toBe(now);
  });

  it('stays what it is before that, and on a day that is to come', () => {
    for (const one of [new Date(2026, 10, 29, 8), new Date(2026, 10, 30, 12)]) {
      expect(notAfter(one, now)).toBe(one);
    }
  });
});
