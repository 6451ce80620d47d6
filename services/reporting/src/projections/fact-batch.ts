import type { BatchScopeFactory } from '#eventing';
import type { Tx } from '#platform';
import { OrderBatch } from './order-batch.js';
import { RepeatBatch } from './repeat-batch.js';
import { TransferBatch } from './transfer-batch.js';
import { UnitBatch } from './unit-batch.js';

export interface CaseRow {
  case_id: string;
  number?: string;
  category?: string;
  channel?: string;
  severity?: string;
  tier?: string;
  unit?: string;
  product?: string | null;
  /** The agent who owns it. */
  owner?: string;
  received_at?: number;
  stage?: string;
  status?: string;
  resolved_at?: number | null;
  closed_at?: number | null;
  reopened?: number;
  /** Stages that ended without their evidence. */
  overridden?: number;
}

export interface ClockRow {
  case_id: string;
  clock_id: string;
  kind: string;
  due_at: number;
  revision: number;
  category: string;
  channel: string;
  severity: string;
  tier: string;
  unit?: string;
  product?: string;
  started_at?: number;
  warnings?: number;
  verdict?: string;
  verdict_at?: number;
  stopped_at?: number;
  judged?: string;
  judged_at?: number;
}

/** What the events of one batch say, merged in memory and written with one statement per table. */
export class FactBatch {
  readonly cases = new Map<string, CaseRow>();
  readonly clocks = new Map<string, ClockRow>();
  private readonly restored = new Map<string, { case_id: string; clock_id: string }>();
  readonly satisfaction: Record<string, unknown>[] = [];
  readonly churn: Record<string, unknown>[] = [];
  readonly handling: Record<string, unknown>[] = [];
  readonly orders = new OrderBatch();
  readonly transfers = new TransferBatch();
  readonly repeats = new RepeatBatch();
  readonly units = new UnitBatch();

  /** Later values win; `reopened` and `overridden` add up. */
  mergeCase(row: CaseRow): void {
    const known = this.cases.get(row.case_id);
    const reopened = (known?.reopened ?? 0) + (row.reopened ?? 0);
    const overridden = (known?.overridden ?? 0) + (row.overridden ?? 0);
    this.cases.set(row.case_id, { ...known, ...row, reopened, overridden });
  }

  /**
   * Later values win; `warnings` add up. Due instants change with revisions and pauses, which only
   * lengthen: the last of the highest revision wins, in whatever order the topics come.
   */
  mergeClock(row: ClockRow): void {
    const key = `${row.case_id} ${row.clock_id}`;
    const known = this.clocks.get(key);
    const warnings = (known?.warnings ?? 0) + (row.warnings ?? 0);
    const merged = { ...known, ...row, warnings };
    if (known && isOlder(row, known)) {
      merged.revision = known.revision;
      merged.due_at = known.due_at;
    }
    this.clocks.set(key, merged);
  }

  /** Its verdict is gone; what comes after gives it another. */
  restoreClock(row: ClockRow): void {
    const { case_id, clock_id } = row;
    const key = `${case_id} ${clock_id}`;
    this.restored.set(key, { case_id, clock_id });
    const known = this.clocks.get(key);
    if (known) {
      const { verdict: _, verdict_at: _at, stopped_at: _stopped, ...left } = known;
      this.clocks.set(key, left);
    }
    this.mergeClock(row);
  }

  async flush(tx: Tx): Promise<void> {
    await this.units.flush(tx);
    const rows = [...this.cases.values()];
    const opened = rows.filter(({ number }) => number !== undefined);
    const changed = rows.filter(({ number }) => number === undefined);
    if (opened.length > 0) tx.settle(insertCases(tx, opened));
    if (changed.length > 0) tx.settle(updateCases(tx, changed));
    if (this.restored.size > 0) tx.settle(clearVerdicts(tx, [...this.restored.values()]));
    if (this.clocks.size > 0) tx.settle(upsertClocks(tx, [...this.clocks.values()]));
    if (this.satisfaction.length > 0) tx.settle(insertSatisfaction(tx, this.satisfaction));
    if (this.churn.length > 0) tx.settle(insertChurn(tx, this.churn));
    if (this.handling.length > 0) tx.settle(insertHandling(tx, this.handling));
    this.orders.flush(tx);
    this.transfers.flush(tx);
    this.repeats.flush(tx);
  }
}

const isOlder = (row: ClockRow, known: ClockRow) =>
  row.revision < known.revision || (row.revision === known.revision && row.due_at < known.due_at);

export const factScopes: BatchScopeFactory<FactBatch> = {
  onlyLoads: true,
  begin: () => Promise.resolve(new FactBatch()),
  flush: (batch, tx) => batch.flush(tx),
};

async function insertCases(tx: Tx, rows: CaseRow[]): Promise<void> {
  await tx.query(
    `insert into case_facts (case_id, number, category, channel, severity, tier, unit, product, received_at, stage, status,
       resolved_at, closed_at, reopened, overridden, owner)
     select * from json_to_recordset($1::json) as r(case_id uuid, number text, category text, channel text, severity text,
       tier text, unit text, product text, received_at bigint, stage text, status text, resolved_at bigint,
       closed_at bigint, reopened int, overridden int, owner text)
     on conflict (case_id) do nothing`,
    [JSON.stringify(rows)],
  );
}

/**
 * A JSON null clears a column, an absent member leaves it. The ids by themselves have the planner use the index: rows of
 * JSON it takes for a hundred, and reads the table for them.
 */
async function updateCases(tx: Tx, rows: CaseRow[]): Promise<void> {
  await tx.query(
    `update case_facts c
        set stage = coalesce(r.row->>'stage', c.stage), status = coalesce(r.row->>'status', c.status),
            unit = coalesce(r.row->>'unit', c.unit), severity = coalesce(r.row->>'severity', c.severity),
            tier = coalesce(r.row->>'tier', c.tier), category = coalesce(r.row->>'category', c.category),
            product = case when r.row ? 'product' then r.row->>'product' else c.product end, owner = coalesce(r.row->>'owner', c.owner),
            resolved_at = case when r.row ? 'resolved_at' then (r.row->>'resolved_at')::bigint else c.resolved_at end,
            closed_at = case when r.row ? 'closed_at' then (r.row->>'closed_at')::bigint else c.closed_at end,
            reopened = c.reopened + coalesce((r.row->>'reopened')::int, 0),
            overridden = c.overridden + coalesce((r.row->>'overridden')::int, 0)
       from jsonb_array_elements($1::jsonb) as r(row)
      where c.case_id = (r.row->>'case_id')::uuid and c.case_id = any($2::uuid[])`,
    [JSON.stringify(rows), rows.map(({ case_id }) => case_id)],
  );
}

async function clearVerdicts(tx: Tx, rows: { case_id: string; clock_id: string }[]): Promise<void> {
  await tx.query(
    `update clock_facts c set verdict = null, verdict_at = null, stopped_at = null
       from json_to_recordset($1::json) as r(case_id uuid, clock_id text)
      where c.case_id = r.case_id and c.clock_id = r.clock_id and c.case_id = any($2::uuid[])`,
    [JSON.stringify(rows), rows.map(({ case_id }) => case_id)],
  );
}

async function upsertClocks(tx: Tx, rows: ClockRow[]): Promise<void> {
  await tx.query(
    `insert into clock_facts as c (case_id, clock_id, kind, due_at, revision, category, channel, severity, tier, unit, product,
       started_at, warnings, verdict, verdict_at, stopped_at, judged, judged_at)
     select case_id, clock_id, kind, due_at, revision, category, channel, severity, tier, unit, product, started_at,
            coalesce(warnings, 0), verdict, verdict_at, stopped_at, judged, judged_at
       from json_to_recordset($1::json) as r(case_id uuid, clock_id text, kind text, due_at bigint, revision int, category text,
         channel text, severity text, tier text, unit text, product text, started_at bigint, warnings int, verdict text,
         verdict_at bigint, stopped_at bigint, judged text, judged_at bigint)
     on conflict (case_id, clock_id) do update set
       due_at = case when (excluded.revision, excluded.due_at) > (c.revision, c.due_at) then excluded.due_at else c.due_at end,
       revision = greatest(excluded.revision, c.revision),
       started_at = coalesce(excluded.started_at, c.started_at),
       warnings = c.warnings + excluded.warnings,
       verdict = coalesce(excluded.verdict, c.verdict), verdict_at = coalesce(excluded.verdict_at, c.verdict_at),
       stopped_at = coalesce(excluded.stopped_at, c.stopped_at),
       judged = coalesce(excluded.judged, c.judged), judged_at = coalesce(excluded.judged_at, c.judged_at)`,
    [JSON.stringify(rows)],
  );
}

async function insertSatisfaction(tx: Tx, rows: Record<string, unknown>[]): Promise<void> {
  await tx.query(
    `insert into satisfaction_facts
     select * from json_to_recordset($1::json) as r(survey_id uuid, case_id uuid, kind text, score double precision,
       satisfied boolean, at bigint)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

async function insertChurn(tx: Tx, rows: Record<string, unknown>[]): Promise<void> {
  await tx.query(
    `insert into churn_facts (event_id, customer_id, case_id, at, level, previous, score, is_rise, category, channel,
       severity, tier, unit, product, factors, weights, sequence)
     select * from json_to_recordset($1::json) as r(event_id uuid, customer_id uuid, case_id uuid, at bigint, level text,
       previous text, score double precision, is_rise boolean, category text, channel text, severity text, tier text,
       unit text, product text, factors jsonb, weights jsonb, sequence int)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

async function insertHandling(tx: Tx, rows: Record<string, unknown>[]): Promise<void> {
  await tx.query(
    `insert into handling_facts (handling_id, case_id, at, seconds, cost, is_over_target, is_over_limit, category, channel,
       severity, tier, unit, product)
     select * from json_to_recordset($1::json) as r(handling_id uuid, case_id uuid, at bigint, seconds int, cost numeric,
       is_over_target boolean, is_over_limit boolean, category text, channel text, severity text, tier text, unit text,
       product text)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}
