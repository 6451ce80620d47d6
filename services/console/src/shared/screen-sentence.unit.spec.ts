import { describe, expect, it } from '@jest/globals';
import { screenSentence } from './screen-sentence.js';

describe('why a clock is due, on a screen', () => {
  it('has no thousandths of seconds, and names its calendar', () => {
    const zh =
      '应于 2026-11-30 17:00:12.345（北京时间）：自 11-30 09:00:12.345 起 8 个工作小时，按日历 office@1 计算；已用 3 小时 2.345 秒。';
    expect(screenSentence(zh, { calendar: 'office@1', name: '办公时间日历第 1 版' })).toBe(
      '应于 2026-11-30 17:00:12（北京时间）：自 11-30 09:00:12 起 8 个工作小时，按日历 办公时间日历第 1 版 计算；已用 3 小时 2 秒。',
    );
    const en = 'Due 17:00 Beijing time: 3.5 working hours on calendar always@2; 2 h 4.5 s used.';
    expect(screenSentence(en, { calendar: 'always@2', name: 'day and night' })).toBe(
      'Due 17:00 Beijing time: 3.5 working hours on calendar day and night; 2 h 4 s used.',
    );
  });
});
