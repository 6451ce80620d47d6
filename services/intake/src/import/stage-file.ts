import { createHash } from 'node:crypto';
import type { Database } from '#platform';
import { interpretRow, RowError } from '../domain/interpret-row.js';
import type { ImportMapping } from '../domain/import-mapping.js';
import { saveRejections, stageRows, type Rejection, type StagedRow } from './import-tables.js';
import { readRows, type ReadProgress } from './read-rows.js';

const rowsAtOnce = 500;

export interface StagingCounts {
  read: number;
  staged: number;
  duplicates: number;
  rejected: number;
}

/**
 * Reads the whole file into the staging table, so that the rows of one case come together whatever
 * their order in the file. Rows that are there already count as duplicates: a repeated or resumed run
 * goes through the file again and stages only what is missing.
 */
export async function stageFile(
  database: Database,
  run: { id: string; mapping: ImportMapping; file: string; now: number },
  progress: ReadProgress,
  onRejected: (rejections: Rejection[]) => Promise<void>,
  onBatch: (counts: StagingCounts) => void,
): Promise<StagingCounts> {
  const counts: StagingCounts = { read: 0, staged: 0, duplicates: 0, rejected: 0 };
  let rows: StagedRow[] = [];
  let rejections: Rejection[] = [];
  const flush = async () => {
    const stored = await database.transaction((tx) =>
      store(tx, run.id, run.mapping.name, rows, rejections),
    );
    await onRejected(stored.rejections);
    counts.staged += stored.staged;
    counts.duplicates += stored.duplicates;
    counts.rejected += stored.rejections.length;
    rows = [];
    rejections = [];
    onBatch(counts);
  };
  for await (const read of readRows(run.file, run.mapping, progress)) {
    counts.read += 1;
    if (read.problem !== undefined) {
      rejections.push({ line: read.line, field: '', reason: read.problem });
    } else {
      const staged = interpret(read, run.mapping, run.now);
      if ('reason' in staged) rejections.push(staged);
      else rows.push(staged);
    }
    if (rows.length + rejections.length >= rowsAtOnce) await flush();
  }
  await flush();
  return counts;
}

function interpret(
  read: { line: number; row: Record<string, string>; cells: readonly string[] },
  mapping: ImportMapping,
  now: number,
): StagedRow | Rejection {
  try {
    const interpreted = interpretRow(read.row, mapping, now);
    const contentHash = createHash('sha256').update(JSON.stringify(read.cells)).digest('base64url');
    const caseKey = interpreted.externalId;
    // An event row has no id of its own: it is what it says.
    const rowKey = mapping.row === 'event' ? contentHash : caseKey;
    return { rowKey, caseKey, line: read.line, contentHash, interpreted };
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    return { line: read.line, field: error.field, reason: error.reason };
  }
}

/** The first row with an id wins; a later one with other content is rejected, an equal one skipped. */
async function store(
  tx: Parameters<typeof stageRows>[0],
  runId: string,
  mapping: string,
  rows: StagedRow[],
  rejections: Rejection[],
) {
  const first = new Map<string, StagedRow>();
  for (const row of rows) if (!first.has(row.rowKey)) first.set(row.rowKey, row);
  const { inserted, hashes } = await stageRows(tx, mapping, [...first.values()]);
  const conflicting = rows.filter((row) => {
    const held = hashes.get(row.rowKey) ?? first.get(row.rowKey)!.contentHash;
    return held !== row.contentHash;
  });
  const all = [
    ...rejections,
    ...conflicting.map(({ line }) => ({
      line,
      field: 'id',
      reason: 'another row with this id says otherwise and was read first',
    })),
  ];
  await saveRejections(tx, runId, all);
  const duplicates = rows.length - inserted.size - conflicting.length;
  return { staged: inserted.size, duplicates, rejections: all };
}
