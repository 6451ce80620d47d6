import { describe, expect, it } from '@jest/globals';
import { fileName } from './file-name.js';
import { spanName } from './period.js';

const days = spanName({ from: '2026-11-01', to: '2026-12-01' });
const main = ['volume', 'by day', days];

describe('the name of an exported file', () => {
  it('says the filters, and the time zone of the days', () => {
    expect(fileName(main, { unit: 'north', tier: undefined, tz: 'Asia/Shanghai' })).toBe(
      'volume by day 2026-11-01 to 2026-11-30 unit=north tz=Asia-Shanghai.csv',
    );
  });

  it('tells two questions apart', () => {
    expect(fileName(main, { channel: 'phone' })).not.toBe(fileName(main, { channel: 'web' }));
  });

  it('is never too long for a file', () => {
    expect(fileName(main, { unit: 'x'.repeat(500) }).length).toBeLessThan(200);
  });
});
