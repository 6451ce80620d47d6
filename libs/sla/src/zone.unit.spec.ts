import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dateIn, dateOf, dayOf, Zone, zoneOf } from './zone.js';

const zones = [
  'Asia/Shanghai',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
  'America/Noronha',
  'Pacific/Apia',
  'Atlantic/Azores',
  'Africa/Casablanca',
  'Asia/Gaza',
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

describe('the instant of a wall time in a zone', () => {
  it('is what Temporal says, in gaps and folds too', () => {
    const instant = fc.integer({ min: Date.UTC(1970, 0, 2), max: Date.UTC(2100, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, fc.integer(), (tz, near, jitter) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(near).toZonedDateTimeISO(tz);
        const change = zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? near;
        const zone = zoneOf(tz);
        for (const wall of [near, change + zone.offsetAt(change) + (jitter % 90_000_000)]) {
          const plain = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC');
          const expected = plain.toPlainDateTime().toZonedDateTime(tz).epochMilliseconds;
          expect(zone.instantOf(wall)).toBe(expected);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('does not depend on the order in which a zone was asked', () => {
    const instants = fc.array(fc.integer({ min: Date.UTC(1850, 0), max: Date.UTC(2600, 0) }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (tz, asked) => {
        const zone = new Zone(tz);
        for (const at of asked) {
          const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(tz);
          expect(zone.offsetAt(at)).toBe(zoned.offsetNanoseconds / 1e6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('refuses an unknown zone, each time', () => {
    expect(() => zoneOf('Mars/Olympus')).toThrow(RangeError);
    expect(() => zoneOf('Mars/Olympus')).toThrow(RangeError);
  });
});

describe('day numbers', () => {
  it('are those of the calendar, both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
        const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(dayOf(date)).toBe(day);
        expect(dateOf(day)).toBe(date);
      }),
    );
  });
});
