import type { PauseReason } from '#sla';
import type { Outcome, RowHistory, Step } from './interpret-row.js';

/** Where the rows of a case have brought it; kept, so that later rows go on from here. */
export interface CaseProgress {
  status?: string;
  outcome?: Outcome;
  isPaused: boolean;
  /** The file says it ended, perhaps without saying when. */
  hasEnded: boolean;
}
export interface HistoryStep {
  at: number;
  step?: Step;
  outcome?: Outcome | 'reopened';
  pause?: 'start' | 'end';
  /** Of a pause that starts. */
  pauseReason?: PauseReason;
}

export const freshProgress: CaseProgress = { isPaused: false, hasEnded: false };

/**
 * Turns what one row says into what changed: an outcome once, a pause's start and end, a reopening
 * where an ended case goes on with another status. An outcome without a time is only remembered,
 * because a clock stopped at an invented instant would be a false verdict.
 */
export function planHistory(
  progress: CaseProgress,
  row: RowHistory,
  rowAt: number,
): { progress: CaseProgress; step?: HistoryStep } {
  const at = row.at ?? rowAt;
  const status = row.step?.status;
  if (row.at === undefined && row.outcome) {
    const next = { ...progress, status, hasEnded: true };
    return row.step ? { progress: next, step: { at, step: row.step } } : { progress: next };
  }
  const outcome = changedOutcome(progress, row);
  const pause =
    row.isPaused === progress.isPaused ? undefined : row.isPaused ? 'start' : ('end' as const);
  const next: CaseProgress = {
    status: status ?? progress.status,
    outcome: outcome === 'reopened' ? undefined : (outcome ?? progress.outcome),
    isPaused: row.isPaused,
    hasEnded: outcome === 'reopened' ? false : outcome !== undefined || progress.hasEnded,
  };
  return {
    progress: next,
    step: {
      at,
      ...(row.step ? { step: row.step } : {}),
      ...(outcome ? { outcome } : {}),
      ...(pause ? { pause } : {}),
      ...(pause === 'start' && row.pauseReason ? { pauseReason: row.pauseReason } : {}),
    },
  };
}

function changedOutcome(progress: CaseProgress, row: RowHistory): Outcome | 'reopened' | undefined {
  const before = progress.outcome;
  if (row.outcome === undefined) {
    const goesOn = before !== undefined && row.step?.status !== progress.status;
    return goesOn ? 'reopened' : undefined;
  }
  // What is closed already is not resolved again by a belated row.
  if (before === row.outcome || (before === 'closed' && row.outcome === 'resolved'))
    return undefined;
  return row.outcome;
}
