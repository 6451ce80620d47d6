import { createHash } from 'node:crypto';
import type { ComplaintBody } from '#contracts';
import { newId, type PersonalDataKeys, type Tx } from '#platform';
import { namedCase } from '../domain/filing-item.js';
import { normalisePhone } from '../domain/phone.js';
import { examined, refuse, type FilingWork } from '../filing/filing-work.js';
import {
  findCustomers,
  insertCustomers,
  type KnownCustomer,
  type NewCustomer,
} from './customer.repository.js';

/** A customer who became known with a complaint; the caller appends its event. */
export interface CreatedCustomer extends NewCustomer {
  headers: Record<string, string>;
}

/** Who the items name, and which of them are known. */
export interface NamedCustomers {
  requests: CustomerRequest[];
  known: KnownCustomer[];
}

/** Looks up the customers that items name by id or by phone (a keyed hash, so equal numbers meet). */
export async function lookUpCustomers(
  tx: Tx,
  works: FilingWork[],
  keys: PersonalDataKeys,
): Promise<NamedCustomers> {
  const requests = examined(works).flatMap((work) => readRequest(work, keys));
  const hashes = unique(requests.flatMap((request) => request.lookupHash ?? []));
  const ids = unique(requests.flatMap((request) => request.id ?? []));
  return { requests, known: await findCustomers(tx, ids, hashes) };
}

/**
 * Gives every item its customer: a known one, or a new one, which is returned. Two items with one new
 * phone share the customer. An anonymous complaint gets a customer of its own, whose key seals its text.
 */
export async function assignCustomers(
  tx: Tx,
  works: FilingWork[],
  { requests, known }: NamedCustomers,
): Promise<CreatedCustomer[]> {
  const byId = new Map(known.map((row) => [row.id, row]));
  const byHash = new Map(known.flatMap((row) => (row.lookupHash ? [[row.lookupHash, row]] : [])));
  const planned: CreatedCustomer[] = [];
  for (const { work, id, lookupHash, create } of requests) {
    // Its case names the customer.
    if (namedCase(work.item) !== undefined) continue;
    const found = id ? byId.get(id) : lookupHash ? byHash.get(lookupHash) : undefined;
    if (!found && !create) {
      const path = work.item.kind === 'complaint' ? 'customer.id' : 'customerId';
      refuse(work, [{ path, rule: 'unknown-customer', message: 'no such customer' }]);
    }
    if (work.problem) continue;
    if (found) {
      assign(work, found);
    } else if (create) {
      const customer = create();
      planned.push(customer);
      if (lookupHash) byHash.set(lookupHash, { ...customer, lookupHash });
      assign(work, customer);
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
    lost.flatMap((customer) => customer.lookupHash ?? []),
  );
  const byHash = new Map(winners.map((row) => [row.lookupHash, row]));
  const replacement = new Map(
    lost.map((customer) => [customer.id, byHash.get(customer.lookupHash ?? '')]),
  );
  for (const work of works) {
    const winner = work.customerId ? replacement.get(work.customerId) : undefined;
    if (winner) assign(work, winner);
  }
}

interface CustomerRequest {
  work: FilingWork;
  id?: string;
  lookupHash?: string;
  /** Most callers are known, and need no new customer. */
  create?: () => CreatedCustomer;
}

function readRequest(work: FilingWork, keys: PersonalDataKeys): CustomerRequest[] {
  if (work.item.kind === 'survey') {
    const id = work.item.body.customerId?.toLowerCase();
    return id ? [{ work, id }] : [];
  }
  if (work.item.kind === 'callback') return [];
  const customer: ComplaintBody['customer'] = work.item.body.customer;
  if ('id' in customer) return [{ work, id: customer.id.toLowerCase() }];
  const created = (rest: Omit<NewCustomer, 'id' | 'createdAt'>): CreatedCustomer => ({
    id: newId(work.now),
    createdAt: new Date(work.now).toISOString(),
    headers: work.headers,
    ...rest,
  });
  if (work.customerReference !== undefined) {
    const lookupHash = keys.lookupHash(referenceDigits(work.customerReference));
    const name = work.customerReference;
    const create = () => created({ name, lookupHash, tier: 'standard', anonymous: false });
    return [{ work, lookupHash, create }];
  }
  if ('anonymous' in customer) {
    return [{ work, create: () => created({ tier: 'standard', anonymous: true }) }];
  }
  const phone = normalisePhone(customer.phone);
  const lookupHash = keys.lookupHash(phone);
  const { name, email, tier = 'standard' } = customer;
  const create = () => created({ name, phone, lookupHash, email, tier, anonymous: false });
  return [{ work, lookupHash, create }];
}

function assign(
  work: FilingWork,
  customer: Pick<CreatedCustomer, 'id' | 'tier' | 'anonymous'>,
): void {
  work.customerId = customer.id;
  work.tier = customer.tier;
  work.anonymous = customer.anonymous;
}

/** A reference as digits, so that it passes through the phone hash whole, and far longer than a phone. */
function referenceDigits(reference: string): string {
  const digest = createHash('sha256').update(reference).digest('hex');
  return BigInt(`0x${digest}`).toString();
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
