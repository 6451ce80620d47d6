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

const order: readonly ExplainedClock['state'][] = [
  'running',
  'breached',
  'paused',
  'met',
  'cancelled',
];

/** What runs comes first, what is due next before the rest. */
export function byUrgency<C extends Pick<ExplainedClock, 'state' | 'dueAt'>>(
  clocks: readonly C[],
): C[] {
  return clocks.toSorted(
    (one, other) =>
      order.indexOf(one.state) - order.indexOf(other.state) || one.dueAt.localeCompare(other.dueAt),
  );
}

export const isLive = ({ state }: Pick<ExplainedClock, 'state'>) =>
  state === 'running' || state === 'paused';
