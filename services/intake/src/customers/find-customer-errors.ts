import { findTextErrors, type FieldError } from '../domain/filing-item.js';
import { findPhoneErrors } from '../domain/phone.js';

/** Rules of a customer's fields that a schema can't say: storable text, a phone with digits. */
export function findCustomerErrors(body: { phone?: string }): FieldError[] {
  return [...findTextErrors(body), ...findPhoneErrors(body.phone, 'phone')];
}
