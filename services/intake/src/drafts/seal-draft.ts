import { createHash } from 'node:crypto';
import type { Envelope, IntakeForm } from '#contracts';
import type { PersonalDataKeys, Tx } from '#platform';
import { findCustomers } from '../customers/customer.repository.js';
import { findPhoneErrors, phoneSpellings } from '../domain/phone.js';

export async function sealDraft(
  tx: Tx,
  keys: PersonalDataKeys,
  writer: string,
  form: IntakeForm,
): Promise<Envelope> {
  const owner = await sealedFor(tx, keys, writer, form);
  const [sealed] = await keys.seal(tx, owner, [JSON.stringify(form)]);
  return sealed!;
}

/**
 * Whose key seals the form: the customer's where it names one who is known, so that erasing them erases what was
 * being taken down of them; else the writer's, and the text stays no longer than its seven days.
 */
async function sealedFor(
  tx: Tx,
  keys: PersonalDataKeys,
  writer: string,
  { isAnonymous, customerId, phone }: IntakeForm,
): Promise<string> {
  if (isAnonymous) return idOf(writer);
  const isPhone = findPhoneErrors(phone, '').length === 0;
  const hashes = isPhone ? phoneSpellings(phone).map((one) => keys.lookupHash(one)) : [];
  const known = await findCustomers(tx, customerId ? [customerId] : [], hashes);
  const named = known.find(({ id }) => id === customerId?.toLowerCase()) ?? known[0];
  return named?.id ?? idOf(writer);
}

/** Keys belong to UUIDs; whom an identity provider names may be called anything. This is one of version 8. */
function idOf(writer: string): string {
  const hex = createHash('sha256').update(`writer:${writer}`).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(12, 15)}`,
    `8${hex.slice(15, 18)}`,
  ];
  return [...parts, hex.slice(18, 30)].join('-');
}
