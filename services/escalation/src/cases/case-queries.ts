import { caseReference } from '#contracts';
import type { CaseListQuery } from '#contracts';
import type { Queries } from '#platform';
import { Problem } from '#platform';
import { requireSeen } from '../access/access-of.js';
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

export async function listCases(
  tx: Queries,
  query: CaseListQuery,
  access: CaseAccess,
): Promise<{ items: StoredCase[]; next: string | null }> {
  const [at, id] = query.cursor?.split('_') ?? [null, null];
  const { key, direction } = listOrders[query.sort];
  const isBehind = direction === 'desc' ? '<' : '>';
  const rows = await tx.query<{ version: number; state: string; place: number; id: string }>(
    `select id, version, state, ${key}::float8 as place from cases c
      where ($1::text is null or status = $1) and ($2::text is null or stage = $2)
        and ($3::text is null or owner = $3) and ($4::text is null or unit = $4)
        and ($5::text is null or category = $5)
        and ($6::bigint is null or (${key}, id) ${isBehind} ($6::bigint, $7::uuid))
        and ($9::text is null or priority = $9) and ($10::text is null or queue = $10)
        and ($11::text is null or complaint_tier = $11)
        and ($12::boolean is null or coalesce(is_overdue, false) = $12)
        and ${seenCondition(13)}
        and ($16::uuid[] is null or id = any($16))
      order by ${key} ${direction}, id ${direction} limit $8`,
    [
      query.status ?? null,
      query.stage ?? null,
      query.owner ?? null,
      query.unit ?? null,
      query.category ?? null,
      at,
      id,
      query.limit + 1,
      query.priority ?? null,
      query.queue ?? null,
      query.complaintTier ?? null,
      query.overdue === undefined ? null : query.overdue === 'true',
      ...seenParameters(access),
      query.ids ?? null,
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
