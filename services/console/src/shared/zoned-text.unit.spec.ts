import { expect, it } from '@jest/globals';
import { isSameTime, zonedText, zoneName } from './zoned-text.js';

it('says when something was in the zone that is named, not in the reader’s', () => {
  expect(zonedText('2026-11-28T08:49:20.281Z', 'Asia/Shanghai')).toBe('2026-11-28 16:49:20');
  expect(zonedText('2026-11-28T20:00:00Z', 'Asia/Shanghai')).toBe('2026-11-29 04:00:00');
});

it('names a zone as people call it', () => {
  const at = '2026-11-28T08:49:20.281Z';
  expect(zoneName('Asia/Shanghai', 'en', at)).toBe('China Standard Time');
  expect(zoneName('Asia/Shanghai', 'zh-CN', at)).toBe('北京时间');
});

it('knows two zones whose clocks show the same', () => {
  const at = '2026-11-28T08:49:20.281Z';
  expect(isSameTime(at, 'Asia/Shanghai', 'Asia/Singapore')).toBe(true);
  expect(isSameTime(at, 'Asia/Shanghai', 'UTC')).toBe(false);
});
