import { describe, expect, it } from '@jest/globals';
import { normalisePhone } from './phone.js';

describe('a phone number', () => {
  it.each([
    [
      '13800138000',
      ['138 0013 8000', '+86 138-0013-8000', '0086 (138) 0013.8000', '86 13800138000'],
    ],
    [
      '075588881234',
      ['0755-8888 1234', '+86 755 8888 1234', '+86 (0755) 8888 1234', '0086 755 88881234'],
    ],
    ['01012345678', ['010 1234 5678', '+86 10 1234 5678', '0086-10-12345678']],
    ['4008001234', ['400-800-1234', '+86 400 800 1234']],
    ['95588', ['95588']],
    ['+14155550101', ['+1 (415) 555-0101']],
    ['+442079460018', ['+44 20 7946 0018']],
  ])('%s is the same however it is written', (known, spellings) => {
    expect(spellings.map(normalisePhone)).toEqual(spellings.map(() => known));
  });

  it('of an area is no mobile, and of another country none of this', () => {
    const numbers = ['10 1234 5678', '+1 380 013 8000', '+8613800138000', '+85213800138'];
    expect(new Set(numbers.map(normalisePhone)).size).toBe(numbers.length);
  });
});
