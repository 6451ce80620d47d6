import { describe, expect, it } from '@jest/globals';
import { timeZone } from './time-zone.js';

const takes = (name: string) => timeZone.safeParse(name).success;

describe('the time zone of days', () => {
  it.each(['UTC', 'Asia/Shanghai', 'America/Argentina/Salta', 'Etc/GMT+8', 'Asia/Kolkata'])(
    'is known to both who reads and who counts: %s',
    (name) => expect(takes(name)).toBe(true),
  );

  it.each([
    'PST',
    'ACT',
    'CST',
    'PRC',
    'SystemV/PST8',
    'US/Pacific-New',
    '+08:00',
    'Moon/Crater',
    '',
  ])('is none that PostgreSQL knows otherwise or not at all: %j', (name) =>
    expect(takes(name)).toBe(false),
  );
});
