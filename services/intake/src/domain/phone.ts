import type { FieldError } from './filing-item.js';

const mobile = /^1\d{10}$/;
/** 400 and 800: neither of an area nor a mobile. */
const service = /^[48]00\d{7}$/;

/**
 * A phone number reduced to what identifies it: digits, and the plus of an international one. A Chinese number is
 * the same with and without its country's prefix; within the country the area of a landline begins with 0.
 */
export function normalisePhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  const plain = phone.trim().startsWith('+') ? `+${digits}` : digits;
  const [, national] =
    /^(?:\+86|0086)0?([1-9]\d{8,10})$/.exec(plain) ?? /^86(1\d{10})$/.exec(plain) ?? [];
  if (national === undefined) return plain;
  return mobile.test(national) || service.test(national) ? national : `0${national}`;
}

/** A number as it may have been kept: mobiles were, with their country's prefix, before one form stood for all. */
export function phoneSpellings(phone: string): string[] {
  const normal = normalisePhone(phone);
  if (!mobile.test(normal)) return [normal];
  return [normal, `+86${normal}`, `86${normal}`, `0086${normal}`];
}

/** Brackets and dashes alone would make one customer of everybody who sends them. */
export function findPhoneErrors(phone: string | undefined, path: string): FieldError[] {
  if (phone === undefined || phone.replace(/\D/g, '').length >= 5) return [];
  return [{ path, rule: 'format:phone', message: 'must have at least 5 digits' }];
}
