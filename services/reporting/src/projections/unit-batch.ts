import type { Tx } from '#platform';
import { applyUnitChange } from '../domain/unit-spans.js';
import type { UnitChange, UnitSpan } from '../domain/unit-spans.js';

/** Which units had the cases of one batch, from its events in the order of each case. */
export class UnitBatch {
  private readonly changes = new Map<string, UnitChange[]>();

  opened(caseId: string, unit: string | undefined, at: number): void {
    this.changes.set(caseId, [{ type: 'passed', unit, at }]);
  }

  pass(caseId: string, unit: string | undefined, at: string): void {
    this.add(caseId, { type: 'passed', unit, at: Date.parse(at) });
  }

  end(caseId: string, at: string): void {
    this.add(caseId, { type: 'ended', at: Date.parse(at) });
  }

  begin(caseId: string, at: string): void {
    this.add(caseId, { type: 'begun', at: Date.parse(at) });
  }

  private add(caseId: string, change: UnitChange): void {
    const known = this.changes.get(caseId);
    if (known) known.push(change);
    else this.changes.set(caseId, [change]);
  }

  /** Reads once where a case was opened before this batch. */
  async flush(tx: Tx): Promise<void> {
    if (this.changes.size === 0) return;
    const latest = await readLatest(tx, [...this.changes.keys()]);
    const rows = [...this.changes].flatMap(([case_id, changes]) => {
      const spans = new Map<number, UnitSpan>();
      let last = latest.get(case_id);
      for (const change of changes) {
        for (const span of applyUnitChange(last, change)) {
          spans.set(span.ordinal, span);
          last = span;
        }
      }
      return [...spans.values()].map((span) => ({ case_id, ...span }));
    });
    if (rows.length > 0) tx.settle(writeSpans(tx, rows));
  }
}

async function readLatest(tx: Tx, cases: readonly string[]): Promise<Map<string, UnitSpan>> {
  const rows = await tx.query<{
    caseId: string;
    ordinal: number;
    unit: string | null;
    from: number;
    to: number | null;
  }>(
    `select distinct on (case_id) case_id as "caseId", ordinal, unit, from_at::float8 as from, to_at::float8 as to
       from unit_facts where case_id = any($1::uuid[]) order by case_id, ordinal desc`,
    [cases],
  );
  return new Map(
    rows.map(({ caseId, ordinal, unit, from, to }) => [
      caseId,
      { ordinal, from, ...(unit !== null && { unit }), ...(to !== null && { to }) },
    ]),
  );
}

async function writeSpans(tx: Tx, rows: readonly (UnitSpan & { case_id: string })[]) {
  await tx.query(
    `insert into unit_facts (case_id, ordinal, unit, from_at, to_at)
     select case_id, ordinal, unit, "from", "to"
       from json_to_recordset($1::json) as r(case_id uuid, ordinal int, unit text, "from" bigint, "to" bigint)
     on conflict (case_id, ordinal) do update
       set unit = excluded.unit, from_at = excluded.from_at, to_at = excluded.to_at`,
    [JSON.stringify(rows)],
  );
}
