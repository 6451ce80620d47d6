import type { Tier } from '#contracts';
import type { Tx } from '#platform';

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
  phoneHash?: string;
  email?: string;
  tier: Tier;
  anonymous: boolean;
  createdAt: string;
}
export interface KnownCustomer {
  id: string;
  tier: Tier;
  anonymous: boolean;
  phoneHash: string | null;
}

const known = `customers.id, tier, anonymous, phone_hash AS "phoneHash"`;

export async function findCustomers(
  tx: Tx,
  ids: string[],
  phoneHashes: string[],
): Promise<KnownCustomer[]> {
  if (ids.length === 0 && phoneHashes.length === 0) return [];
  return tx.query<KnownCustomer>(
    `SELECT ${known} FROM customers WHERE id IN (SELECT value::uuid FROM json_array_elements_text($1::json))
     UNION
     SELECT ${known} FROM customers WHERE phone_hash IN (SELECT json_array_elements_text($2::json))`,
    [JSON.stringify(ids), JSON.stringify(phoneHashes)],
  );
}

/**
 * Inserts customers and returns the ids that are really new: a phone that another transaction
 * registered meanwhile is left to it. Sorted by hash, so that two writers lock in one order.
 */
export async function insertCustomers(tx: Tx, customers: NewCustomer[]): Promise<Set<string>> {
  if (customers.length === 0) return new Set();
  const sorted = [...customers].sort((a, b) =>
    (a.phoneHash ?? '') < (b.phoneHash ?? '') ? -1 : 1,
  );
  const rows = await tx.query<{ id: string }>(
    `INSERT INTO customers (id, name, phone, phone_hash, email, tier, anonymous, created_at)
     SELECT id, name, phone, "phoneHash", email, tier, anonymous, "createdAt"
     FROM json_to_recordset($1::json) AS c(id uuid, name text, phone text, "phoneHash" text,
       email text, tier text, anonymous boolean, "createdAt" timestamptz)
     ON CONFLICT (phone_hash) DO NOTHING RETURNING id`,
    [JSON.stringify(sorted)],
  );
  return new Set(rows.map((row) => row.id));
}

const full = `id, name, phone, email, tier, anonymous, created_at AS "createdAt"`;

export async function findCustomer(tx: Tx, id: string): Promise<CustomerRow | undefined> {
  const [row] = await tx.query<CustomerRow>(`SELECT ${full} FROM customers WHERE id = $1`, [id]);
  return row;
}

export async function lockCustomer(tx: Tx, id: string): Promise<CustomerRow | undefined> {
  const [row] = await tx.query<CustomerRow>(
    `SELECT ${full} FROM customers WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return row;
}

export async function listCustomers(
  tx: Tx,
  query: { phoneHash?: string; after?: string; limit: number },
): Promise<CustomerRow[]> {
  return tx.query<CustomerRow>(
    `SELECT ${full} FROM customers
     WHERE ($1::text IS NULL OR phone_hash = $1) AND ($2::uuid IS NULL OR id > $2)
     ORDER BY id LIMIT $3`,
    [query.phoneHash ?? null, query.after ?? null, query.limit],
  );
}

export async function updateCustomer(
  tx: Tx,
  id: string,
  change: { name?: string; email?: string; tier?: Tier; phone?: string; phoneHash?: string },
): Promise<void> {
  await tx.query(
    `UPDATE customers SET name = coalesce($2, name), email = coalesce($3, email),
       tier = coalesce($4, tier), phone = coalesce($5, phone), phone_hash = coalesce($6, phone_hash)
     WHERE id = $1`,
    [
      id,
      change.name ?? null,
      change.email ?? null,
      change.tier ?? null,
      change.phone ?? null,
      change.phoneHash ?? null,
    ],
  );
}
