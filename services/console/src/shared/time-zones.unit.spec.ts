import { describe, expect, it } from '@jest/globals';
import { matchesZone, offsetOf } from './time-zones.js';

describe('a time zone', () => {
  it.each([
    ['America/New_York', 'New York', 'new_york', '纽约'],
    ['Asia/Shanghai', 'Beijing', '北京', '上海'],
    ['Europe/London', 'london', '伦敦', '英国'],
  ])('%s is found by what people call it', (zone, ...written) => {
    expect(written.filter((one) => !matchesZone(one, zone))).toEqual([]);
  });

  it('is not found by the name of another', () => {
    expect(matchesZone('Beijing', 'Europe/London')).toBe(false);
  });

  it('says how far it is from Greenwich', () => {
    expect(offsetOf('Asia/Shanghai')).toBe('GMT+8');
  });
});
