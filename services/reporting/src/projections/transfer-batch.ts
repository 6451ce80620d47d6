import type { Tx } from '#platform';

/** Of one transfer; what decides on it leaves out when it was asked for. */
export interface TransferRow {
  transfer_id: string;
  case_id: string;
  at?: number;
  category?: string;
  channel?: string;
  severity?: string;
  tier?: string;
  unit?: string;
  product?: string;
  outcome?: 'accepted' | 'refused' | 'withdrawn';
  is_handed_back?: true;
}

/** What the events of one batch say of transfers. */
export class TransferBatch {
  private readonly rows = new Map<string, TransferRow>();

  merge(row: TransferRow): void {
    this.rows.set(row.transfer_id, { ...this.rows.get(row.transfer_id), ...row });
  }

  flush(tx: Tx): void {
    const rows = [...this.rows.values()];
    const asked = rows.filter(({ at }) => at !== undefined);
    const decided = rows.filter(({ at }) => at === undefined);
    if (asked.length > 0) tx.settle(insertTransfers(tx, asked));
    if (decided.length > 0) tx.settle(updateTransfers(tx, decided));
  }
}

async function insertTransfers(tx: Tx, rows: TransferRow[]): Promise<void> {
  await tx.query(
    `insert into transfer_facts (transfer_id, case_id, at, category, channel, severity, tier, unit, product, outcome,
       is_handed_back)
     select transfer_id, case_id, at, category, channel, severity, tier, unit, product, outcome,
            coalesce(is_handed_back, false)
       from json_to_recordset($1::json) as r(transfer_id uuid, case_id uuid, at bigint, category text, channel text,
         severity text, tier text, unit text, product text, outcome text, is_handed_back boolean)
     on conflict (transfer_id) do nothing`,
    [JSON.stringify(rows)],
  );
}

async function updateTransfers(tx: Tx, rows: TransferRow[]): Promise<void> {
  await tx.query(
    `update transfer_facts t
        set outcome = coalesce(r.outcome, t.outcome),
            is_handed_back = t.is_handed_back or coalesce(r.is_handed_back, false)
       from json_to_recordset($1::json) as r(transfer_id uuid, outcome text, is_handed_back boolean)
      where t.transfer_id = r.transfer_id and t.transfer_id = any($2::uuid[])`,
    [JSON.stringify(rows), rows.map(({ transfer_id }) => transfer_id)],
  );
}
