import type { FieldError } from './filing-item.js';

/** A phone number reduced to what identifies it: digits, and the plus of an international one. */
export function normalisePhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return phone.trim().startsWith('+') ? `+${digits}` : digits;
}

/**
 * A number as it may have been written before: Chinese mobiles are known with and without their country's
 * prefix, and a look-up by hash finds only what is spelled the same.
 */
export function phoneSpellings(phone: string): string[] {
  const normal = normalisePhone(phone);
  const mobile = /^(?:\+?86|0086)?(1\d{10})$/.exec(normal)?.[1];
  return mobile === undefined ? [normal] : [mobile, `+86${mobile}`, `86${mobile}`, `0086${mobile}`];
}

/** Brackets and dashes alone would make one customer of everybody who sends them. */
export function findPhoneErrors(phone: string | undefined, path: string): FieldError[] {
  if (phone === undefined || phone.replace(/\D/g, '').length >= 5) return [];
  return [{ path, rule: 'format:phone', message: 'must have at least 5 digits' }];
}
