import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dateIn } from './zone.js';

const zones = [
  'Asia/Shanghai',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'UTC',
];

function byTemporal(tz: string, instant: number) {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(tz);
  const { hour, minute, second, millisecond } = zoned;
  const day = Date.UTC(zoned.year, zoned.month - 1, zoned.day) / 86_400_000;
  return { day, wallMs: ((hour * 60 + minute) * 60 + second) * 1_000 + millisecond };
}

describe('the date of an instant in a zone', () => {
  it('is what Temporal says, at any instant and around every change of offset', () => {
    const instant = fc.integer({
      min: Date.UTC(1970, 0, 2),
      max: Date.UTC(2120, 0, 1),
    });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, fc.integer(), (tz, near, jitter) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(near).toZonedDateTimeISO(tz);
        const change = zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? near;
        const around = change + (jitter % 7_200_000);
        for (const at of [near, change - 1, change, change + 1, around, near + 86_400_000]) {
          expect(dateIn(tz, at)).toEqual(byTemporal(tz, at));
        }
      }),
      { numRuns: 300 },
    );
  });
});
