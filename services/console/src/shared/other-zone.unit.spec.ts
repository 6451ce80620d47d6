import { describe, expect, it } from '@jest/globals';
import { otherZone } from './other-zone.js';

const at = '2026-11-30T14:00:00.000Z';

describe('the zone of the calendars beside one’s own', () => {
  it('is told where its clocks show another time', () => {
    expect(otherZone(['Asia/Shanghai'], at, 'Europe/Berlin')).toBe('Asia/Shanghai');
  });

  it('is none where one of them shows the same', () => {
    expect(otherZone(['Asia/Shanghai', 'Europe/Berlin'], at, 'Asia/Shanghai')).toBeUndefined();
    expect(otherZone(['Asia/Shanghai'], at, 'Asia/Singapore')).toBeUndefined();
    expect(otherZone([], at, 'UTC')).toBeUndefined();
  });
});
