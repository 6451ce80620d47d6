import type { Tier } from '#contracts';
import type { Queries, Tx } from '#platform';

/** A customer as intake keeps it, personal fields in plain text. */
export interface CustomerRow {
  id: string;
  name: string | null;
  phone: string | null;
  email: string | null;
  tier: Tier;
  anonymous: boolean;
  createdAt: Date;
}
export interface NewCustomer {
  id: string;
  name?: string;
  phone?: string;
  lookupHash?: string;
  email?: string;
  tier: Tier;
  anonymous: boolean;
  createdAt: string;
}
export interface KnownCustomer {
  id: string;
  tier: Tier;
  anonymous: boolean;
  lookupHash: string | null;
}

const known = `customers.id, tier, anonymous, lookup_hash AS "lookupHash"`;

export async function findCustomers(
  tx: Tx,
  ids: string[],
  lookupHashes: string[],
): Promise<KnownCustomer[]> {
  const byId =
    ids.length === 0
      ? []
      : tx.query<KnownCustomer>(
          `SELECT ${known} FROM customers
           WHERE id = ANY ($1::uuid[])`,
          [ids],
        );
  const byHash =
    lookupHashes.length === 0
      ? []
      : tx.query<KnownCustomer>(
          `SELECT ${known} FROM customers
           WHERE lookup_hash = ANY ($1::text[])`,
          [lookupHashes],
        );
  return (await Promise.all([byId, byHash])).flat();
}

/**
 * Inserts customers and returns the ids that are really new: a phone that another transaction
 * registered meanwhile is left to it. Sorted by hash, so that two writers lock in one order.
 */
export async function insertCustomers(tx: Tx, customers: NewCustomer[]): Promise<Set<string>> {
  if (customers.length === 0) return new Set();
  const sorted = [...customers].sort((a, b) =>
    (a.lookupHash ?? '') < (b.lookupHash ?? '') ? -1 : 1,
  );
  const rows = await tx.query<{ id: string }>(
    `INSERT INTO customers (id, name, phone, lookup_hash, email, tier, anonymous, created_at)
     SELECT id, name, phone, "lookupHash", email, tier, anonymous, "createdAt"
     FROM json_to_recordset($1::json) AS c(id uuid, name text, phone text, "lookupHash" text,
       email text, tier text, anonymous boolean, "createdAt" timestamptz)
     ON CONFLICT (lookup_hash) DO NOTHING RETURNING id`,
    [JSON.stringify(sorted)],
  );
  return new Set(rows.map((row) => row.id));
}

export const customerFields = `id, name, phone, email, tier, anonymous, created_at AS "createdAt"`;

export async function findCustomer(tx: Queries, id: string): Promise<CustomerRow | undefined> {
  const [row] = await tx.query<CustomerRow>(
    `SELECT ${customerFields} FROM customers WHERE id = $1`,
    [id],
  );
  return row;
}

/** The customers who are known by these phones. */
export async function findByPhones(
  queries: Queries,
  lookupHashes: string[],
): Promise<(CustomerRow & { lookupHash: string })[]> {
  return queries.query(
    `SELECT ${customerFields}, lookup_hash AS "lookupHash" FROM customers
     WHERE lookup_hash = ANY ($1::text[])`,
    [lookupHashes],
  );
}

export async function lockCustomer(tx: Tx, id: string): Promise<CustomerRow | undefined> {
  const [row] = await tx.query<CustomerRow>(
    `SELECT ${customerFields} FROM customers WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return row;
}

export async function listCustomers(
  tx: Queries,
  query: { lookupHash?: string; after?: string; limit: number },
): Promise<CustomerRow[]> {
  return tx.query<CustomerRow>(
    `SELECT ${customerFields} FROM customers
     WHERE ($1::text IS NULL OR lookup_hash = $1) AND ($2::uuid IS NULL OR id > $2)
     ORDER BY id LIMIT $3`,
    [query.lookupHash ?? null, query.after ?? null, query.limit],
  );
}

export async function updateCustomer(
  tx: Tx,
  id: string,
  change: { name?: string; email?: string; tier?: Tier; phone?: string; lookupHash?: string },
): Promise<void> {
  await tx.query(
    `UPDATE customers SET name = coalesce($2, name), email = coalesce($3, email),
       tier = coalesce($4, tier), phone = coalesce($5, phone), lookup_hash = coalesce($6, lookup_hash)
     WHERE id = $1`,
    [
      id,
      change.name ?? null,
      change.email ?? null,
      change.tier ?? null,
      change.phone ?? null,
      change.lookupHash ?? null,
    ],
  );
}
