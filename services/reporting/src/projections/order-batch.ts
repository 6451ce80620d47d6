import type { Tx } from '#platform';

/** Of an order; what ends it leaves out when it was given. */
export interface OrderRow {
  order_id: string;
  case_id: string;
  kind: string;
  unit: string;
  matter?: string;
  problem_kind?: string;
  given_at?: number;
  due_at?: number;
  status?: 'answered' | 'declined' | 'dropped';
  is_late?: boolean;
  ended_at?: number;
}

/** What the events of one batch say of orders. */
export class OrderBatch {
  private readonly rows = new Map<string, OrderRow>();

  /** Later values win; what was late once stays late. */
  merge(row: OrderRow): void {
    const known = this.rows.get(row.order_id);
    const isLate = known?.is_late === true || row.is_late === true;
    this.rows.set(row.order_id, { ...known, ...row, ...(isLate && { is_late: true }) });
  }

  flush(tx: Tx): void {
    const rows = [...this.rows.values()];
    const given = rows.filter(({ given_at }) => given_at !== undefined);
    const changed = rows.filter(({ given_at }) => given_at === undefined);
    if (given.length > 0) tx.settle(insertOrders(tx, given));
    if (changed.length > 0) tx.settle(updateOrders(tx, changed));
  }
}

async function insertOrders(tx: Tx, rows: OrderRow[]): Promise<void> {
  await tx.query(
    `insert into order_facts (order_id, case_id, kind, unit, matter, problem_kind, given_at, due_at, status, is_late, ended_at)
     select order_id, case_id, kind, unit, matter, problem_kind, given_at, due_at, coalesce(status, 'open'),
            coalesce(is_late, false), ended_at
       from json_to_recordset($1::json) as r(order_id uuid, case_id uuid, kind text, unit text, matter text,
         problem_kind text, given_at bigint, due_at bigint, status text, is_late boolean, ended_at bigint)
     on conflict (order_id) do nothing`,
    [JSON.stringify(rows)],
  );
}

async function updateOrders(tx: Tx, rows: OrderRow[]): Promise<void> {
  await tx.query(
    `update order_facts o
        set status = coalesce(r.status, o.status), is_late = o.is_late or coalesce(r.is_late, false),
            ended_at = coalesce(r.ended_at, o.ended_at)
       from json_to_recordset($1::json) as r(order_id uuid, status text, is_late boolean, ended_at bigint)
      where o.order_id = r.order_id and o.order_id = any($2::uuid[])`,
    [JSON.stringify(rows), rows.map(({ order_id }) => order_id)],
  );
}
