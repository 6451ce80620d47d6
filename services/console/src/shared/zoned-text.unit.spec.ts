import { expect, it } from '@jest/globals';
import { zonedText } from './zoned-text.js';

it('says when something was in the zone that is named, not in the reader’s', () => {
  expect(zonedText('2026-11-28T08:49:20.281Z', 'Asia/Shanghai')).toBe('2026-11-28 16:49:20');
  expect(zonedText('2026-11-28T20:00:00Z', 'Asia/Shanghai')).toBe('2026-11-29 04:00:00');
});
