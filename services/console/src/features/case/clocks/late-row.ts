import type { ExplainedClock } from '../case-queries.js';

interface LateRow {
  type: 'late';
  from: string;
  to: string;
  countedMs: number;
  totalMs: number;
  /** From the due time on in all hours, as a countdown tells it. */
  lateMs: number;
}

const readWithinMs = 3_000;

type Reckoned = Pick<ExplainedClock, 'state' | 'dueAt' | 'stoppedAt' | 'consumedMinutes'> & {
  explanation: { segments: readonly { totalMs: number }[] };
};

/**
 * What follows the reckoning of a late clock, which ends where it was due: what counted from there until it stopped, or
 * until `now`, by which its use was read. Undefined of a clock that is not late, and while nobody knows the time.
 */
export function lateRow(clock: Reckoned, now: number | undefined): LateRow | undefined {
  const { state, dueAt, stoppedAt, consumedMinutes, explanation } = clock;
  const end = stoppedAt === undefined ? now : Date.parse(stoppedAt);
  const due = Date.parse(dueAt);
  if (state !== 'breached' || end === undefined || end <= due) return undefined;
  const reckonedMs = explanation.segments.at(-1)?.totalMs ?? 0;
  const toldMs = Math.max(0, consumedMinutes * 60_000 - reckonedMs);
  // Told in hundredths of a minute, and read a moment apart: where all of it counted, it is what lies between its ends.
  const isWhole = Math.abs(end - due - toldMs) < readWithinMs;
  const countedMs = isWhole ? end - due : toldMs;
  return {
    ...{ type: 'late', from: dueAt, to: new Date(end).toISOString() },
    ...{ countedMs, totalMs: reckonedMs + countedMs, lateMs: end - due },
  };
}
