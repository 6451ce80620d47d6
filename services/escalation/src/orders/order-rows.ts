import type { OrderListQuery, OrderStatus, OrderView } from '#contracts';
import type { Queries, Tx } from '#platform';
import { notKeptFrom, seenCondition, seenParameters } from '../access/seen-cases.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { CaseEvent } from '../domain/case-event.js';

/** How each event that ends an order is listed. */
const ends: Partial<Record<CaseEvent['name'], OrderStatus>> = {
  orderAnswered: 'answered',
  orderDeclined: 'declined',
  orderDropped: 'dropped',
};

/** The list of orders follows from the events appended in the same transaction. */
export function writeOrders(
  tx: Tx,
  events: readonly CaseEvent[],
  numberOf: (caseId: string) => string,
): void {
  for (const event of events) {
    if (event.name === 'orderGiven') {
      const { orderId, caseId, kind, unit, dueAt, matter, problemKind } = event.data;
      tx.settle(
        tx.query(
          `insert into orders (id, case_id, number, kind, unit, due_at, matter, problem_kind, status)
           values ($1, $2, $3, $4, $5, $6, $7, $8, 'open') on conflict (id) do nothing`,
          [
            ...[orderId, caseId, numberOf(caseId), kind, unit, Date.parse(dueAt)],
            ...[matter ?? null, problemKind ?? null],
          ],
        ),
      );
    } else if (event.name === 'orderOverdue') {
      const sql = `update orders set status = 'overdue' where id = $1 and status = 'open'`;
      tx.settle(tx.query(sql, [event.data.orderId]));
    } else if (ends[event.name] && 'orderId' in event.data) {
      const sql = `update orders set status = $2, ended_at = $3 where id = $1`;
      const { orderId, at } = event.data;
      tx.settle(tx.query(sql, [orderId, ends[event.name], Date.parse(at)]));
    }
  }
}

type OrderRow = Omit<OrderView, 'dueAt' | 'endedAt'> & { due: number; ended: number | null };

/** Orders of the cases that somebody sees and, unless these are about them, those that their units were given, the first due first. */
export async function listOrders(
  tx: Queries,
  { unit, kind, matter, problemKind, status, cursor, limit }: OrderListQuery,
  access: CaseAccess,
  /** Of whom alone; absent: of every unit. */
  ownUnits?: readonly string[],
): Promise<{ items: OrderView[]; next: string | null }> {
  const [at, id] = cursor?.split('_') ?? [null, null];
  const rows = await tx.query<OrderRow>(
    `select id, case_id as "caseId", number, kind, unit, matter, problem_kind as "problemKind",
            status, due_at::float8 as due, ended_at::float8 as ended
       from orders o
      where ($1::text is null or unit = $1) and ($2::text is null or kind = $2)
        and ($3::text is null or status = $3)
        and ($4::bigint is null or (due_at, id) > ($4::bigint, $5::uuid))
        and ($7::text is null or matter = $7) and ($8::text is null or problem_kind = $8)
        and ($12::text[] is null or unit = any($12))
        and exists (select 1 from cases c where c.id = o.case_id
                     and (o.unit = any($9::text[]) and ${notKeptFrom(10)} or ${seenCondition(9)}))
      order by due_at, id limit $6`,
    [
      ...[unit ?? null, kind ?? null, status ?? null, at, id, limit + 1],
      ...[matter ?? null, problemKind ?? null, ...seenParameters(access), ownUnits ?? null],
    ],
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ due, ended, ...row }) => ({
      ...row,
      dueAt: new Date(due).toISOString(),
      endedAt: ended === null ? null : new Date(ended).toISOString(),
    })),
    next: rows.length > limit && last ? `${last.due}_${last.id}` : null,
  };
}
