import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseTime } from './wall-time.js';

const read = (text: string, format: string, zone = 'America/New_York') => {
  const instant = parseTime(text, [format], zone);
  return instant === undefined ? undefined : new Date(instant).toISOString();
};

describe('parseTime', () => {
  it.each([
    ['04/12/2018 11:11:26 AM', 'MM/dd/yyyy hh:mm:ss a', '2018-04-12T15:11:26.000Z'],
    ['12/31/2014 12:00:00 AM', 'MM/dd/yyyy hh:mm:ss a', '2014-12-31T05:00:00.000Z'],
    ['4-Aug-15 10:22:56 AM', 'd-MMM-yy h:mm:ss a', '2015-08-04T14:22:56.000Z'],
    ['2010-03-31T16:59:42+02:00', 'iso', '2010-03-31T14:59:42.000Z'],
  ])('reads %s by %s', (text, format, instant) => {
    expect(read(text, format)).toBe(instant);
  });

  it('reads Chinese wall time, with the first format that fits', () => {
    const formats = ['yyyy/M/d H:mm:ss', 'yyyy-M-d H:mm:ss'];
    const instant = Date.parse('2019-04-08T00:37:20Z');
    expect(parseTime('2019-04-08 08:37:20', formats, 'Asia/Shanghai')).toBe(instant);
    expect(parseTime('2019/4/8 8:37:20', formats, 'Asia/Shanghai')).toBe(instant);
  });

  it('moves a skipped hour on and takes the first of a repeated one', () => {
    expect(read('03/10/2019 02:30:00 AM', 'MM/dd/yyyy hh:mm:ss a')).toBe(
      '2019-03-10T07:30:00.000Z',
    );
    expect(read('11/03/2019 01:30:00 AM', 'MM/dd/yyyy hh:mm:ss a')).toBe(
      '2019-11-03T05:30:00.000Z',
    );
  });

  it.each([
    '02/30/2019 10:00:00 AM',
    '13/01/2019 10:00:00 AM',
    '01/01/2019 00:10:00 AM',
    'soon',
    '',
  ])('has no instant for %j', (text) => {
    expect(read(text, 'MM/dd/yyyy hh:mm:ss a')).toBeUndefined();
  });

  it('gives back every instant that was written in its zone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (seconds) => {
        const written = new Date(seconds * 1_000).toISOString().slice(0, 19).replace('T', ' ');
        expect(parseTime(written, ['yyyy-MM-dd HH:mm:ss'], 'UTC')).toBe(seconds * 1_000);
      }),
    );
  });
});
