import { customerBody, type CustomerBody, type CustomerImportView } from '#contracts';
import type { EventStore } from '#eventing';
import { Problem, zodProblem, type Clock, type Database, type PersonalDataKeys } from '#platform';
import { normalisePhone } from '../domain/phone.js';
import { findByPhones } from './customer.repository.js';
import { findCustomerErrors } from './find-customer-errors.js';
import { differing, takeCustomer } from './register-customer.js';

interface Dependencies {
  database: Database;
  events: EventStore;
  keys: PersonalDataKeys;
  clock: Clock;
}
type Imported = CustomerImportView['items'][number];
interface Taken {
  index: number;
  body: CustomerBody;
  lookupHash: string;
}

/** Who reads the log waits for its writers: not for a whole request of them. */
const customersPerTransaction = 50;

/**
 * Registers each customer, or brings the one with its phone up to date; of two with one phone the later has the last
 * word. Who is refused is left out and says why, the others are taken. Repeating a request changes nothing.
 */
export async function importCustomers(
  dependencies: Dependencies,
  bodies: readonly unknown[],
  headers: Record<string, string>,
  { dryRun }: { dryRun: boolean },
): Promise<Imported[]> {
  const refused: Imported[] = [];
  const taken: Taken[] = [];
  bodies.forEach((given, index) => {
    const body = readCustomer(given);
    if (body instanceof Problem) {
      refused.push({ index, outcome: 'refused', problem: body.toBody() });
    } else {
      const lookupHash = dependencies.keys.lookupHash(normalisePhone(body.phone));
      taken.push({ index, body, lookupHash });
    }
  });
  const done = dryRun
    ? await foresee(dependencies.database, taken)
    : await register(dependencies, taken, headers);
  return [...refused, ...done].sort((one, other) => one.index - other.index);
}

function readCustomer(given: unknown): CustomerBody | Problem {
  const parsed = customerBody.safeParse(given, { reportInput: true });
  if (!parsed.success) return zodProblem(parsed.error);
  const errors = findCustomerErrors(parsed.data);
  return errors.length > 0 ? new Problem('validation', { errors }) : parsed.data;
}

async function foresee(database: Database, taken: readonly Taken[]): Promise<Imported[]> {
  const rows = await findByPhones(
    database,
    taken.map(({ lookupHash }) => lookupHash),
  );
  const known = new Map<string, Partial<(typeof rows)[number]>>(
    rows.map((row) => [row.lookupHash, row]),
  );
  return taken.map(({ index, body, lookupHash }): Imported => {
    const row = known.get(lookupHash);
    const { name, email = null, tier = 'standard' } = body;
    if (!row) {
      known.set(lookupHash, { name, email, tier });
      return { index, outcome: 'created' };
    }
    const change = differing(
      { name, email: body.email, tier: body.tier },
      { name: row.name ?? null, email: row.email ?? null, tier: row.tier ?? null },
    );
    known.set(lookupHash, { ...row, ...change });
    const outcome = Object.keys(change).length > 0 ? 'changed' : 'same';
    return { index, outcome, ...(row.id !== undefined && { customerId: row.id }) };
  });
}

/** In the order of their hashes, so that two writers lock in one order. */
async function register(
  dependencies: Dependencies,
  taken: readonly Taken[],
  headers: Record<string, string>,
): Promise<Imported[]> {
  const { database, clock } = dependencies;
  const done: Imported[] = [];
  const sorted = taken.toSorted((one, other) =>
    one.lookupHash === other.lookupHash
      ? one.index - other.index
      : one.lookupHash < other.lookupHash
        ? -1
        : 1,
  );
  for (let from = 0; from < sorted.length; from += customersPerTransaction) {
    const part = sorted.slice(from, from + customersPerTransaction);
    const items = await database.transaction(async (tx) => {
      const registered: Imported[] = [];
      for (const { index, body } of part) {
        const { id, isNew, isChanged } = await takeCustomer(
          tx,
          dependencies,
          body,
          headers,
          clock.now(),
        );
        const outcome = isNew ? 'created' : isChanged ? 'changed' : 'same';
        registered.push({ index, outcome, customerId: id });
      }
      return registered;
    });
    done.push(...items);
  }
  return done;
}
