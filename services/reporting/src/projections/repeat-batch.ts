import type { Tx } from '#platform';

/** Whether one case repeats an earlier one, as was said last. */
export interface RepeatRow {
  case_id: string;
  earlier_id: string;
  is_repeat: boolean;
}

/** What the events of one batch say of repeats. */
export class RepeatBatch {
  private readonly rows = new Map<string, RepeatRow>();

  /** Later values win. */
  merge(row: RepeatRow): void {
    this.rows.set(`${row.case_id} ${row.earlier_id}`, row);
  }

  flush(tx: Tx): void {
    if (this.rows.size > 0) tx.settle(upsertRepeats(tx, [...this.rows.values()]));
  }
}

async function upsertRepeats(tx: Tx, rows: RepeatRow[]): Promise<void> {
  await tx.query(
    `insert into repeat_facts (case_id, earlier_id, is_repeat)
     select case_id, earlier_id, is_repeat
       from json_to_recordset($1::json) as r(case_id uuid, earlier_id uuid, is_repeat boolean)
     on conflict (case_id, earlier_id) do update set is_repeat = excluded.is_repeat`,
    [JSON.stringify(rows)],
  );
}
