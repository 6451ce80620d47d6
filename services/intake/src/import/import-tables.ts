import type { Queries, Tx } from '#platform';
import type { InterpretedRow } from '../domain/interpret-row.js';
import type { CaseProgress } from '../domain/plan-history.js';

export interface StagedRow {
  rowKey: string;
  caseKey: string;
  line: number;
  contentHash: string;
  interpreted: InterpretedRow;
}
export interface ImportedCase {
  caseKey: string;
  caseId: string;
  receivedAt: number;
  progress: CaseProgress;
}
export interface Rejection {
  line: number;
  field: string;
  reason: string;
}

/** Stages rows that are not there yet; returns the hash of the row that holds each key now. */
export async function stageRows(
  tx: Tx,
  mapping: string,
  rows: StagedRow[],
): Promise<{ inserted: Set<string>; hashes: Map<string, string> }> {
  const staged = rows.map((row) => ({ ...row, at: iso(row.interpreted.at) }));
  const fresh = await tx.query<{ rowKey: string }>(
    `INSERT INTO import_rows (mapping, row_key, case_key, at, line, content_hash, interpreted)
     SELECT $1, "rowKey", "caseKey", at, line, "contentHash", interpreted
     FROM json_to_recordset($2::json) AS r("rowKey" text, "caseKey" text, at timestamptz,
       line bigint, "contentHash" text, interpreted json)
     ON CONFLICT DO NOTHING RETURNING row_key AS "rowKey"`,
    [mapping, JSON.stringify(staged)],
  );
  const inserted = new Set(fresh.map((row) => row.rowKey));
  const others = rows.filter((row) => !inserted.has(row.rowKey)).map((row) => row.rowKey);
  const kept =
    others.length === 0
      ? []
      : await tx.query<{ rowKey: string; hash: string }>(
          `SELECT row_key AS "rowKey", content_hash AS hash FROM import_rows
           WHERE mapping = $1 AND row_key = ANY ($2::text[])`,
          [mapping, others],
        );
  return { inserted, hashes: new Map(kept.map((row) => [row.rowKey, row.hash])) };
}

/** The next cases with rows that are not imported yet, after `after`, each with all of those, in time. */
export async function pendingRows(
  tx: Queries,
  mapping: string,
  after: string,
  limit: number,
): Promise<Map<string, StagedRow[]>> {
  const rows = await tx.query<StagedRow>(
    `SELECT row_key AS "rowKey", case_key AS "caseKey", line::int, interpreted FROM import_rows
     WHERE mapping = $1 AND interpreted IS NOT NULL AND case_key IN (
       SELECT DISTINCT case_key FROM import_rows
       WHERE mapping = $1 AND interpreted IS NOT NULL AND case_key > $2
       ORDER BY case_key LIMIT $3)
     ORDER BY case_key, at, row_key`,
    [mapping, after, limit],
  );
  const cases = new Map<string, StagedRow[]>();
  for (const row of rows) {
    const ofCase = cases.get(row.caseKey);
    if (ofCase) ofCase.push(row);
    else cases.set(row.caseKey, [row]);
  }
  return cases;
}

/** Before autovacuum has looked at what was staged, the planner takes the table for an empty one. */
export async function analyseRows(tx: Queries): Promise<void> {
  await tx.query('ANALYZE import_rows');
}

export async function countPending(tx: Queries, mapping: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(DISTINCT case_key)::int AS count FROM import_rows
     WHERE mapping = $1 AND interpreted IS NOT NULL`,
    [mapping],
  );
  return row!.count;
}

/** The row's key stays, so that it is never imported twice; what it said goes. */
export async function markImported(tx: Tx, mapping: string, caseKeys: string[]): Promise<void> {
  await tx.query(
    `UPDATE import_rows SET interpreted = NULL
     WHERE mapping = $1 AND interpreted IS NOT NULL
       AND case_key = ANY ($2::text[])`,
    [mapping, caseKeys],
  );
}

export async function findCases(
  tx: Tx,
  mapping: string,
  caseKeys: string[],
): Promise<Map<string, ImportedCase>> {
  const rows = await tx.query<ImportedCase>(
    `SELECT case_key AS "caseKey", case_id AS "caseId", progress,
       (extract(epoch FROM received_at) * 1000)::float8 AS "receivedAt"
     FROM import_cases
     WHERE mapping = $1 AND case_key = ANY ($2::text[]) FOR UPDATE`,
    [mapping, caseKeys],
  );
  return new Map(rows.map((row) => [row.caseKey, row]));
}

export async function saveCases(tx: Tx, mapping: string, cases: ImportedCase[]): Promise<void> {
  if (cases.length === 0) return;
  await tx.query(
    `INSERT INTO import_cases (mapping, case_key, case_id, received_at, progress, is_open)
     SELECT $1, "caseKey", "caseId", "receivedAt", progress, "isOpen"
     FROM json_to_recordset($2::json) AS c("caseKey" text, "caseId" uuid, "receivedAt" timestamptz,
       progress json, "isOpen" boolean)
     ON CONFLICT (mapping, case_key) DO UPDATE
       SET progress = excluded.progress, is_open = excluded.is_open`,
    [
      mapping,
      JSON.stringify(
        cases.map((known) => ({
          ...known,
          receivedAt: iso(known.receivedAt),
          isOpen: !known.progress.hasEnded,
        })),
      ),
    ],
  );
}

/** Open cases received by `asOf` that were not judged at it yet (or are not live yet, if they shall be). */
export async function takeUnjudged(
  tx: Tx,
  mapping: string,
  asOf: number,
  goLive: boolean,
  limit: number,
): Promise<string[]> {
  const rows = await tx.query<{ caseId: string }>(
    `UPDATE import_cases SET judged_at = $2, is_live = is_live OR $3
     WHERE mapping = $1 AND case_key IN (
       SELECT case_key FROM import_cases
       WHERE mapping = $1 AND is_open AND received_at <= $2
         AND (judged_at IS NULL OR judged_at < $2 OR ($3 AND NOT is_live))
       ORDER BY case_key LIMIT $4)
     RETURNING case_id AS "caseId"`,
    [mapping, iso(asOf), goLive, limit],
  );
  return rows.map((row) => row.caseId);
}

export async function saveRejections(tx: Tx, runId: string, rows: Rejection[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO import_rejections (run_id, line, field, reason)
     SELECT $1, line, field, reason
     FROM json_to_recordset($2::json) AS r(line bigint, field text, reason text)`,
    [runId, JSON.stringify(rows)],
  );
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

/** Forgets the rows of refused cases, so that another run tries and lists them again. */
export async function unstage(tx: Tx, mapping: string, caseKeys: string[]): Promise<void> {
  if (caseKeys.length === 0) return;
  await tx.query(
    `DELETE FROM import_rows WHERE mapping = $1 AND interpreted IS NOT NULL
       AND case_key = ANY ($2::text[])`,
    [mapping, caseKeys],
  );
}
