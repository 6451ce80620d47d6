import { whole } from '../../../shared/whole-seconds.js';
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

export type Urgency = 'calm' | 'soon' | 'late' | 'still' | 'done' | 'ended';

/** What a clock wants of whoever looks at it. */
export function urgencyOf(
  clock: Pick<ExplainedClock, 'state' | 'stoppedAt'>,
  share: number,
): Urgency {
  const { state } = clock;
  if (state === 'met') return 'done';
  if (!isOpen(clock)) return 'ended';
  if (state === 'breached') return 'late';
  if (state === 'paused') return 'still';
  if (share >= 100) return 'late';
  return share >= 75 ? 'soon' : 'calm';
}

/** Whether something is still to be done before it stops: late or not. */
export const isOpen = ({ state, stoppedAt }: Pick<ExplainedClock, 'state' | 'stoppedAt'>) =>
  isLive({ state }) || (state === 'breached' && stoppedAt === undefined);

export const isLive = ({ state }: Pick<ExplainedClock, 'state'>) =>
  state === 'running' || state === 'paused';

/** What a late clock has used beyond the end of its reckoning, which goes to where it was due; undefined of any other. */
export function usedBeyond({
  consumedMinutes,
  explanation,
}: Pick<ExplainedClock, 'consumedMinutes'> & {
  explanation: { segments: readonly { totalMs: number }[] };
}): { countedMs: number; overMs: number } | undefined {
  const countedMs = explanation.segments.at(-1)?.totalMs ?? 0;
  // Whole seconds, as the rows of the reckoning have them.
  const overMs = whole(consumedMinutes * 60_000) - whole(countedMs);
  // Minutes are told in hundredths.
  return overMs >= 1_000 ? { countedMs, overMs } : undefined;
}
