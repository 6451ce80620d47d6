import { caseReference } from '#contracts';
import type { CaseListQuery } from '#contracts';
import type { Queries } from '#platform';
import { Problem } from '#platform';
import { ownUnitsOf, requireSeen } from '../access/access-of.js';
import { seenCondition, seenParameters } from '../access/seen-cases.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { OpenedCase } from '../domain/case-state.js';
import { listOrders } from './list-order.js';

export interface StoredCase {
  version: number;
  state: OpenedCase;
}

/**
 * A case by id or by the number people say, for somebody who sees it.
 * @throws Problem `not-found`; `forbidden` for a case that is there and not theirs
 */
export async function getCase(
  tx: Queries,
  reference: string,
  access: CaseAccess,
): Promise<StoredCase> {
  if (!caseReference.safeParse(reference).success) throw new Problem('not-found');
  const column = reference.length === 36 ? 'id' : 'number';
  const [row] = await tx.query<{ version: number; state: string }>(
    `select version, state from cases where ${column} = $1`,
    [reference],
  );
  if (!row) throw new Problem('not-found', { detail: `no case ${reference}` });
  const state = JSON.parse(row.state) as OpenedCase;
  requireSeen(access, state);
  return { version: row.version, state };
}

const dayMs = 86_400_000;
/** The instant at which a date begins in the time zone of a parameter. */
const beginOf = (date: string, zone: string) =>
  `(extract(epoch from (${date})::timestamp at time zone ${zone}) * 1000)::bigint`;

/** Columns of `cases c` that a list is narrowed by, one code or several. */
const filterColumns = {
  status: 'status',
  stage: 'stage',
  owner: 'owner',
  unit: 'unit',
  category: 'category',
  product: 'product',
  channel: 'channel',
  priority: 'priority',
  severity: 'severity',
  tier: 'tier',
  queue: 'queue',
  complaintTier: 'complaint_tier',
} as const satisfies Partial<Record<keyof CaseListQuery, string>>;
const filterNames = Object.keys(filterColumns) as (keyof typeof filterColumns)[];

/** Whether cases are meant that have no owner, or no unit: `none` stands for those, beside codes or alone. */
const asksForNone = (name: (typeof filterNames)[number], query: CaseListQuery): boolean =>
  (name === 'owner' || name === 'unit') && query[name]!.split(',').includes('none');

/** Stand for whoever asks in these filters, beside codes or alone. */
const ownWords: Partial<Record<keyof CaseListQuery, string>> = { owner: 'me', unit: 'mine' };

/** What a filter names; `me` and `mine` stand for whoever asks and their units, and for nothing where they have none. */
async function valuesOf(
  tx: Queries,
  name: (typeof filterNames)[number],
  query: CaseListQuery,
  access: CaseAccess,
): Promise<string[]> {
  const values = query[name]!.split(',');
  const own = ownWords[name];
  if (own === undefined || !values.includes(own)) return values;
  const agents = access.agentId === undefined ? [] : [access.agentId];
  const meant = name === 'owner' ? agents : await ownUnitsOf(tx, access, access);
  return [...values.filter((value) => value !== own), ...meant];
}

/** A page of what the caller sees of the cases that fit, in the query's order; `now` is what its days count from. */
export async function listCases(
  tx: Queries,
  query: CaseListQuery,
  access: CaseAccess,
  now: number,
): Promise<{ items: StoredCase[]; next: string | null }> {
  const [at, id] = query.cursor?.split('_') ?? [null, null];
  const { key, direction } = listOrders[query.sort];
  const isBehind = direction === 'desc' ? '<' : '>';
  const chosen = filterNames.filter((name) => query[name] !== undefined);
  const fits = chosen.map((name, i) => {
    const isOne = `${filterColumns[name]} = any($${i + 13}::text[])`;
    return asksForNone(name, query)
      ? `and (${isOne} or ${filterColumns[name]} is null)`
      : `and ${isOne}`;
  });
  const values: string[][] = [];
  for (const name of chosen) values.push(await valuesOf(tx, name, query, access));
  const rows = await tx.query<{ version: number; state: string; place: number; id: string }>(
    `select id, version, state, ${key}::float8 as place from cases c
      where ($1::bigint is null or (${key}, id) ${isBehind} ($1::bigint, $2::uuid))
        and ($4::boolean is null or coalesce(is_overdue, false) = $4)
        and ($5::uuid[] is null or id = any($5))
        and ($6::bigint is null or received_at >= $6)
        and ($10::date is null or received_at >= ${beginOf('$10::date', '$12::text')})
        and ($11::date is null or received_at < ${beginOf('$11::date + 1', '$12::text')})
        and ${seenCondition(7)} ${fits.join(' ')}
      order by ${key} ${direction}, id ${direction} limit $3`,
    [
      at,
      id,
      query.limit + 1,
      query.overdue === undefined ? null : query.overdue === 'true',
      query.ids ?? null,
      query.receivedDays === undefined ? null : now - query.receivedDays * dayMs,
      ...seenParameters(access),
      ...[query.receivedFrom ?? null, query.receivedTo ?? null, query.tz],
      ...values,
    ],
  );
  const page = rows.slice(0, query.limit);
  const last = page[page.length - 1];
  return {
    items: page.map((row) => ({
      version: row.version,
      state: JSON.parse(row.state) as OpenedCase,
    })),
    next: rows.length > query.limit && last ? `${last.place}_${last.id}` : null,
  };
}
