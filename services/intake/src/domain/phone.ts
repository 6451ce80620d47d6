import type { FieldError } from './filing-item.js';

/** A phone number reduced to what identifies it: digits, and the plus of an international one. */
export function normalisePhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return phone.trim().startsWith('+') ? `+${digits}` : digits;
}

/** Brackets and dashes alone would make one customer of everybody who sends them. */
export function findPhoneErrors(phone: string | undefined, path: string): FieldError[] {
  if (phone === undefined || phone.replace(/\D/g, '').length >= 5) return [];
  return [{ path, rule: 'format:phone', message: 'must have at least 5 digits' }];
}
