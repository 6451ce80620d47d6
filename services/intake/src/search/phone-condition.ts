import { normalisePhone } from '../domain/phone.js';

/** The digits of a text that is written like a phone, without the sign of international calls; undefined if it is none. */
export function phoneDigits(plain: string): string | undefined {
  const digits = normalisePhone(plain).replace(/^\+|^00/, '');
  return /^\+?[\d\s().-]+$/.test(plain) && digits.length >= 4 ? digits : undefined;
}

/** With or without the country's prefix: the longer number ends with the shorter one. `at` is the digits' parameter. */
export function samePhone(column: string, digits: string, at = '$1'): string {
  const lastFour = `right(${column}, 4) = right(${at}, 4)`;
  if (digits.length === 4) return lastFour;
  const bare = `ltrim(${column}, '+')`;
  return `${lastFour} and (${bare} like '%' || ${at} or ${at} like '%' || ${bare})`;
}
