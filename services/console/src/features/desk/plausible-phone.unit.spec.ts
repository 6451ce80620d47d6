import { describe, expect, it } from '@jest/globals';
import { isPlausiblePhone } from './plausible-phone.js';

describe('a phone as it is typed', () => {
  it.each([
    ...['13800138000', '+86 138 0013 8000', '8613800138000', '0086-138-0013-8000'],
    ...[
      '010-87654321',
      '(0755) 8765 4321',
      '+86 10 8765 4321',
      '400-810-8888',
      '87654321',
      '95598',
    ],
    ...['+44 20 7946 0958', '0044 20 7946 0958'],
  ])('may be one: %s', (text) => expect(isPlausiblePhone(text)).toBe(true));

  it.each([
    '138001380001234',
    '1380013800',
    '138001380000',
    '+86 138 0013',
    '22800138000',
    '+1 23',
  ])('is doubted: %s', (text) => expect(isPlausiblePhone(text)).toBe(false));
});
