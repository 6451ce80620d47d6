import type { ExplainedClock } from '../case-queries.js';

/** How much of its budget a clock has used, in percent from 0 on; over 100 is late. */
export function usedShare({
  consumedMinutes,
  explanation,
}: Pick<ExplainedClock, 'consumedMinutes'> & {
  explanation: Pick<ExplainedClock['explanation'], 'budgetMs'>;
}): number {
  const budgetMinutes = explanation.budgetMs / 60_000;
  if (budgetMinutes <= 0) return 0;
  return Math.max(0, Math.round((consumedMinutes / budgetMinutes) * 100));
}

export type Urgency = 'calm' | 'soon' | 'late' | 'still' | 'done';

/** What a clock wants of whoever looks at it. */
export function urgencyOf(state: ExplainedClock['state'], share: number): Urgency {
  if (state === 'met' || state === 'cancelled') return 'done';
  if (state === 'breached') return 'late';
  if (state === 'paused') return 'still';
  if (share >= 100) return 'late';
  return share >= 75 ? 'soon' : 'calm';
}

export const isLive = ({ state }: Pick<ExplainedClock, 'state'>) =>
  state === 'running' || state === 'paused';
