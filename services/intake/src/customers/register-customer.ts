import { CustomerRegistered, CustomerUpdated, type CustomerBody, type Tier } from '#contracts';
import type { EventStore } from '#eventing';
import { newId, Problem, type PersonalDataKeys, type Tx } from '#platform';
import { normalisePhone } from '../domain/phone.js';
import { readHeads } from '../stream-heads.js';
import {
  findCustomers,
  insertCustomers,
  lockCustomer,
  updateCustomer,
} from './customer.repository.js';

export interface CustomerChange {
  name?: string;
  phone?: string;
  email?: string;
  tier?: Tier;
}
interface Dependencies {
  events: EventStore;
  keys: PersonalDataKeys;
}

/** Registers a customer; the one with this phone is found instead, and stays as it is: whoever changes it means to. */
export async function registerCustomer(
  tx: Tx,
  { events, keys }: Dependencies,
  body: CustomerBody,
  headers: Record<string, string>,
  now: number,
): Promise<{ id: string; isNew: boolean }> {
  const phone = normalisePhone(body.phone);
  const lookupHash = keys.lookupHash(phone);
  const id = newId(now);
  const tier = body.tier ?? 'standard';
  const { name, email } = body;
  const createdAt = new Date(now).toISOString();
  const fresh = { id, name, phone, lookupHash, email, tier, anonymous: false, createdAt };
  const inserted = await insertCustomers(tx, [fresh]);
  if (!inserted.has(id)) {
    const [known] = await findCustomers(tx, [], [lookupHash]);
    return { id: known!.id, isNew: false };
  }
  const sealed = await sealFields(tx, keys, id, { name, phone, email });
  events.append(tx, [
    {
      head: { stream: `customer-${id}`, version: 0, hash: '' },
      events: [
        {
          id: newId(now),
          type: CustomerRegistered.type,
          topic: CustomerRegistered.topic,
          key: id,
          data: { customerId: id, tier, anonymous: false, ...sealed },
          occurredAt: now,
          headers,
        },
      ],
    },
  ]);
  return { id, isNew: true };
}

/**
 * Takes what another system says of a customer: registers them, or brings the one with this phone up to date. The
 * same facts again change nothing and make no event.
 */
export async function takeCustomer(
  tx: Tx,
  dependencies: Dependencies,
  body: CustomerBody,
  headers: Record<string, string>,
  now: number,
): Promise<{ id: string; isNew: boolean; isChanged: boolean }> {
  const registered = await registerCustomer(tx, dependencies, body, headers, now);
  if (registered.isNew) return { ...registered, isChanged: true };
  const { name, email, tier } = body;
  const change = { name, email, tier };
  const isChanged = await changeCustomer(tx, dependencies, registered.id, change, headers, now);
  return { ...registered, isChanged };
}

/**
 * Changes what differs from the customer's row. Returns whether anything did.
 * @throws Problem not-found; validation when the phone is another customer's
 */
export async function changeCustomer(
  tx: Tx,
  { events, keys }: Dependencies,
  id: string,
  wanted: CustomerChange,
  headers: Record<string, string>,
  now: number,
): Promise<boolean> {
  const row = await lockCustomer(tx, id);
  if (!row) throw new Problem('not-found');
  const phone = wanted.phone === undefined ? undefined : normalisePhone(wanted.phone);
  const change = differing({ ...wanted, phone }, row);
  if (Object.keys(change).length === 0) return false;
  const lookupHash = change.phone === undefined ? undefined : keys.lookupHash(change.phone);
  const owners = lookupHash === undefined ? [] : await findCustomers(tx, [], [lookupHash]);
  if (owners.some((owner) => owner.id !== id)) {
    const message = 'belongs to another customer';
    throw new Problem('validation', { errors: [{ path: 'phone', rule: 'taken', message }] });
  }
  const { tier, ...personal } = change;
  const sealed = await sealFields(tx, keys, id, personal);
  const [head] = await readHeads(tx, [`customer-${id}`]);
  events.append(tx, [
    {
      head: head!,
      events: [
        {
          id: newId(now),
          type: CustomerUpdated.type,
          topic: CustomerUpdated.topic,
          key: id,
          data: { customerId: id, ...(tier ? { tier } : {}), ...sealed },
          occurredAt: now,
          headers,
        },
      ],
    },
  ]);
  await updateCustomer(tx, id, { ...change, lookupHash });
  return true;
}

/** What of it the customer's row does not say already. */
export function differing(
  wanted: CustomerChange,
  row: { [K in keyof CustomerChange]: string | null },
): CustomerChange {
  const names = ['name', 'phone', 'email', 'tier'] as const;
  const different = names.filter(
    (name) => wanted[name] !== undefined && wanted[name] !== (row[name] ?? undefined),
  );
  return Object.fromEntries(different.map((name) => [name, wanted[name]])) as CustomerChange;
}

async function sealFields(
  tx: Tx,
  keys: PersonalDataKeys,
  customerId: string,
  fields: { name?: string; phone?: string; email?: string },
) {
  const given = Object.entries(fields).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  if (given.length === 0) return {};
  const envelopes = await keys.seal(
    tx,
    customerId,
    given.map(([, text]) => text),
  );
  return Object.fromEntries(given.map(([name], index) => [name, envelopes[index]]));
}
