import type { PauseReason, RecordedClock } from '#sla';
import type { ImportMapping } from '../domain/import-mapping.js';
import { interpretRow, RowError } from '../domain/interpret-row.js';
import type { InterpretedRow } from '../domain/interpret-row.js';
import { freshProgress, planHistory } from '../domain/plan-history.js';
import { readRows, type ReadProgress } from './read-rows.js';

export interface RecordedCasesRequest {
  file: string;
  mapping: ImportMapping;
  /** Which of the policy's clocks the cases are replayed as. */
  kind: string;
  /** As of when cases that go on are judged. */
  now: number;
}

/** What was read besides the clocks; rows that no case comes of are only counted. */
export interface RecordedCounts extends ReadProgress {
  rows: number;
  rejected: number;
}

/**
 * The cases of somebody else's file as recorded clocks, without importing them: from the receipt to the
 * first outcome, with the pauses in between, judged by the deadline that the file gives. With a row a
 * case memory does not grow; rows of events are kept, a few numbers each, until the file is read.
 * @throws MappingError when the file lacks a column
 */
export async function* readRecordedCases(
  request: RecordedCasesRequest,
  counts: RecordedCounts,
): AsyncGenerator<RecordedClock> {
  const { file, mapping, now } = request;
  const cases = new Map<string, InterpretedRow[]>();
  for await (const read of readRows(file, mapping, counts)) {
    counts.rows += 1;
    const row = read.problem === undefined ? interpret(read.row, mapping, now) : undefined;
    if (!row) counts.rejected += 1;
    else if (mapping.row === 'case') yield toRecordedClock([row], request);
    else {
      const known = cases.get(row.externalId);
      // What is said of the complaint counts once; of later rows only what happened is kept.
      if (known) known.push(row);
      else cases.set(row.externalId, [row]);
    }
  }
  for (const rows of cases.values()) {
    yield toRecordedClock(
      rows.sort((a, b) => a.at - b.at),
      request,
    );
  }
}

function interpret(
  row: Readonly<Record<string, string>>,
  mapping: ImportMapping,
  now: number,
): InterpretedRow | undefined {
  try {
    return interpretRow(row, mapping, now);
  } catch (error) {
    if (error instanceof RowError) return undefined;
    throw error;
  }
}

/** The rows of one case, in time order, as the clock that ran from its first to its first outcome. */
export function toRecordedClock(
  rows: readonly InterpretedRow[],
  { mapping, kind, now }: Omit<RecordedCasesRequest, 'file'>,
): RecordedClock {
  const [{ externalId, at: startedAt, complaint }] = rows as [InterpretedRow];
  const { stoppedAt, isWithdrawn, pauses } = historyOf(rows);
  const { dueAt } = complaint;
  return {
    caseId: `${mapping.name}:${externalId}`,
    number: externalId,
    kind,
    facts: {
      category: complaint.category.code,
      severity: complaint.severity ?? 'normal',
      tier: 'standard',
      channel: complaint.channel,
      ...(complaint.product && { product: complaint.product.code }),
      ...(complaint.organisation && { unit: complaint.organisation.code }),
    },
    startedAt,
    ...(stoppedAt !== undefined && { stoppedAt }),
    ...(dueAt !== undefined && { dueAt }),
    verdict: isWithdrawn ? 'cancelled' : verdictOf(dueAt, stoppedAt, now),
    ...(pauses.length > 0 && { pauses }),
  };
}

function verdictOf(dueAt: number | undefined, stoppedAt: number | undefined, now: number) {
  if (dueAt === undefined) return 'none';
  if ((stoppedAt ?? now) > dueAt) return 'breached';
  return stoppedAt === undefined ? 'open' : 'met';
}

function historyOf(rows: readonly InterpretedRow[]) {
  const pauses: { from: number; to?: number; reason: PauseReason }[] = [];
  let progress = freshProgress;
  for (const { history, at } of rows) {
    if (!history) continue;
    const planned = planHistory(progress, history, at);
    progress = planned.progress;
    const { step } = planned;
    if (!step) continue;
    const open = pauses.at(-1);
    if (step.pause === 'start') {
      pauses.push({ from: step.at, reason: step.pauseReason ?? 'awaiting-customer' });
    }
    const hasEnded = step.outcome !== undefined && step.outcome !== 'reopened';
    if ((step.pause === 'end' || hasEnded) && open && open.to === undefined) open.to = step.at;
    if (hasEnded) {
      return { stoppedAt: step.at, isWithdrawn: step.outcome === 'withdrawn', pauses };
    }
  }
  return { stoppedAt: undefined, isWithdrawn: false, pauses };
}
