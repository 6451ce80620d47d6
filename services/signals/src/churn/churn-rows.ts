import type { StreamHead } from '#eventing';
import type { Queries, Tx } from '#platform';
import type { ChurnCustomer } from '../domain/churn-customer.js';
import { casesBehind } from '../domain/churn-standing.js';

export interface LoadedCustomer {
  customer: ChurnCustomer;
  head: StreamHead;
  isChanged: boolean;
}

interface Row {
  id: string;
  tier: ChurnCustomer['tier'];
  signs: string;
  level: ChurnCustomer['level'];
  score: number;
  latestAt: number;
  caseId: string | null;
  dimensions: string | null;
  version: number;
  hash: string;
}

/**
 * Locks these customers in id order and loads them; those not known yet get their row first, so that two
 * transactions never make one twice.
 */
export async function lockCustomers(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, LoadedCustomer>> {
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)].sort();
  const known = tx.query(
    `insert into churn_customers (customer_id) select id from unnest($1::uuid[]) as id order by id on conflict do nothing`,
    [wanted],
  );
  tx.settle(known);
  const rows = await tx.query<Row>(
    `select customer_id as id, tier, signs, level, score, latest_at::float8 as "latestAt", case_id as "caseId",
            dimensions, version, chain_hash as hash
       from churn_customers where customer_id = any($1::uuid[]) order by customer_id for update`,
    [wanted],
  );
  return new Map(rows.map((row) => [row.id, load(row)]));
}

function load({
  id,
  version,
  hash,
  caseId,
  dimensions,
  signs,
  tier,
  ...rest
}: Row): LoadedCustomer {
  const { level, score, latestAt } = rest;
  return {
    customer: {
      customerId: id,
      tier,
      signs: JSON.parse(signs) as ChurnCustomer['signs'],
      level,
      score,
      latestAt,
      ...(caseId && { caseId }),
      ...(dimensions && { dimensions: JSON.parse(dimensions) as ChurnCustomer['dimensions'] }),
    },
    head: { stream: `churn-${id}`, version, hash },
    isChanged: false,
  };
}

/** The ids by themselves have the planner use the index: rows of JSON it takes for a hundred, and reads the table for them. */
export async function writeCustomers(tx: Tx, changed: readonly LoadedCustomer[]): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed.map(({ customer, head }) => ({
    id: customer.customerId,
    tier: customer.tier,
    signs: JSON.stringify(customer.signs),
    level: customer.level,
    score: customer.score,
    latest_at: customer.latestAt,
    case_id: customer.caseId,
    dimensions: customer.dimensions && JSON.stringify(customer.dimensions),
    version: head.version,
    chain_hash: head.hash,
    falls_at: customer.fallsAt,
  }));
  await tx.query(
    `update churn_customers c
        set tier = r.tier, signs = r.signs, level = r.level, score = r.score, latest_at = r.latest_at, case_id = r.case_id,
            dimensions = r.dimensions, version = r.version, chain_hash = r.chain_hash, falls_at = r.falls_at
       from json_to_recordset($1::json) as r(id uuid, tier text, signs text, level text, score double precision,
         latest_at bigint, case_id uuid, dimensions text, version int, chain_hash text, falls_at bigint)
      where c.customer_id = r.id and c.customer_id = any($2::uuid[])`,
    [JSON.stringify(rows), rows.map(({ id }) => id)],
  );
}

/** The customers whose level has worn down by now; those that another transaction works on are left out. */
export async function findFalling(tx: Tx, now: number, limit: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select customer_id as id from churn_customers where falls_at <= $1 order by customer_id limit $2 for update skip locked`,
    [now, limit],
  );
  return rows.map(({ id }) => id);
}

export async function linkCases(
  tx: Tx,
  links: readonly { case_id: string; customer_id: string }[],
): Promise<void> {
  if (links.length === 0) return;
  await tx.query(
    `insert into churn_cases (case_id, customer_id)
     select case_id, customer_id from json_to_recordset($1::json) as r(case_id uuid, customer_id uuid)
     on conflict do nothing`,
    [JSON.stringify(links)],
  );
}

export async function customersOfCases(
  tx: Tx,
  caseIds: readonly string[],
): Promise<Map<string, string>> {
  if (caseIds.length === 0) return new Map();
  const rows = await tx.query<{ caseId: string; customerId: string }>(
    `select case_id as "caseId", customer_id as "customerId" from churn_cases where case_id = any($1::uuid[])`,
    [[...new Set(caseIds)]],
  );
  return new Map(rows.map(({ caseId, customerId }) => [caseId, customerId]));
}

/** What is known of one customer's churn, as it was last judged; undefined of somebody without any sign. */
export async function findChurn(
  tx: Queries,
  customerId: string,
): Promise<Pick<ChurnCustomer, 'level' | 'tier' | 'signs' | 'latestAt'> | undefined> {
  const [row] = await tx.query<Pick<Row, 'level' | 'tier' | 'signs' | 'latestAt'>>(
    `select level, tier, signs, latest_at::float8 as "latestAt" from churn_customers where customer_id = $1`,
    [customerId],
  );
  return row && { ...row, signs: JSON.parse(row.signs) as ChurnCustomer['signs'] };
}

/**
 * The cases that what is known of these customers rests on: those of its signs, or all of theirs where a sign does not
 * say which.
 */
export async function casesBehindCustomers(
  tx: Queries,
  customerIds: readonly string[],
): Promise<Map<string, readonly string[]>> {
  if (customerIds.length === 0) return new Map();
  const rows = await tx.query<{ id: string; signs: string; cases: string[] }>(
    `select customer_id as id, signs,
            array(select case_id::text from churn_cases k where k.customer_id = c.customer_id) as cases
       from churn_customers c where customer_id = any($1::uuid[])`,
    [[...new Set(customerIds)]],
  );
  return new Map(
    rows.map(({ id, signs, cases }) => [
      id,
      casesBehind(JSON.parse(signs) as ChurnCustomer['signs']) ?? cases,
    ]),
  );
}
