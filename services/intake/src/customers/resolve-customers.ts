import type { ComplaintBody } from '#contracts';
import { newId, type PersonalDataKeys, type Tx } from '#platform';
import { normalisePhone } from '../domain/received-at.js';
import { accepted, refuse, type FilingWork } from '../filing/filing-work.js';
import { findCustomers, insertCustomers, type NewCustomer } from './customer.repository.js';

/** A customer who became known with a complaint; the caller appends its event. */
export interface CreatedCustomer extends NewCustomer {
  headers: Record<string, string>;
}

/**
 * Gives every item its customer: by id, by phone (a keyed hash, so equal numbers meet), or a new one.
 * Two items with one new phone share the customer. An anonymous complaint gets a customer of its own,
 * whose key seals its text.
 */
export async function resolveCustomers(
  tx: Tx,
  works: FilingWork[],
  keys: PersonalDataKeys,
): Promise<CreatedCustomer[]> {
  const requests = accepted(works).flatMap((work) => readRequest(work, keys));
  const hashes = unique(requests.flatMap((request) => request.phoneHash ?? []));
  const ids = unique(requests.flatMap((request) => request.id ?? []));
  const known = await findCustomers(tx, ids, hashes);
  const byId = new Map(known.map((row) => [row.id, row]));
  const byHash = new Map(known.flatMap((row) => (row.phoneHash ? [[row.phoneHash, row]] : [])));
  const planned: CreatedCustomer[] = [];
  for (const { work, id, phoneHash, create } of requests) {
    const found = id ? byId.get(id) : phoneHash ? byHash.get(phoneHash) : undefined;
    if (found) {
      assign(work, found);
    } else if (create) {
      planned.push(create);
      if (phoneHash) byHash.set(phoneHash, { ...create, phoneHash });
      assign(work, create);
    } else {
      const path = work.item.kind === 'complaint' ? 'customer.id' : 'customerId';
      refuse(work, [{ path, rule: 'unknown-customer', message: 'no such customer' }]);
    }
  }
  const inserted = await insertCustomers(tx, planned);
  const lost = planned.filter((customer) => !inserted.has(customer.id));
  if (lost.length > 0) await adoptWinners(tx, works, lost);
  return planned.filter((customer) => inserted.has(customer.id));
}

/** Another writer registered the same phone between our look-up and our insert: use its customer. */
async function adoptWinners(tx: Tx, works: FilingWork[], lost: CreatedCustomer[]): Promise<void> {
  const winners = await findCustomers(
    tx,
    [],
    lost.flatMap((customer) => customer.phoneHash ?? []),
  );
  const byHash = new Map(winners.map((row) => [row.phoneHash, row]));
  const replacement = new Map(
    lost.map((customer) => [customer.id, byHash.get(customer.phoneHash ?? '')]),
  );
  for (const work of works) {
    const winner = work.customerId ? replacement.get(work.customerId) : undefined;
    if (winner) assign(work, winner);
  }
}

interface CustomerRequest {
  work: FilingWork;
  id?: string;
  phoneHash?: string;
  create?: CreatedCustomer;
}

function readRequest(work: FilingWork, keys: PersonalDataKeys): CustomerRequest[] {
  if (work.item.kind === 'survey') {
    const id = work.item.body.customerId?.toLowerCase();
    return id && !work.customerId ? [{ work, id }] : [];
  }
  if (work.item.kind === 'callback') return [];
  const customer: ComplaintBody['customer'] = work.item.body.customer;
  if ('id' in customer) return [{ work, id: customer.id.toLowerCase() }];
  const base = {
    id: newId(work.now),
    createdAt: new Date(work.now).toISOString(),
    headers: work.headers,
  };
  if ('anonymous' in customer) {
    return [{ work, create: { ...base, tier: 'standard', anonymous: true } }];
  }
  const phone = normalisePhone(customer.phone);
  const phoneHash = keys.lookupHash(phone);
  const { name, email, tier } = customer;
  return [
    {
      work,
      phoneHash,
      create: {
        ...base,
        name,
        phone,
        phoneHash,
        email,
        tier: tier ?? 'standard',
        anonymous: false,
      },
    },
  ];
}

function assign(
  work: FilingWork,
  customer: Pick<CreatedCustomer, 'id' | 'tier' | 'anonymous'>,
): void {
  work.customerId = customer.id;
  work.tier = customer.tier;
  work.anonymous = customer.anonymous;
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
