import { describe, expect, it } from '@jest/globals';
import { isWhole } from './whole-advice.js';

describe('an advice', () => {
  it('stands in the place of a phrase only where nothing is left to write or to choose', () => {
    expect(['我理解您的心情，请您慢慢说', 'and', '24/7'].every(isWhole)).toBe(true);
    const open = [
      '我可以为您……',
      '在……（时间）前',
      'by ... o’clock',
      '同时／因为',
      'and / because',
    ];
    expect(open.some(isWhole)).toBe(false);
  });
});
