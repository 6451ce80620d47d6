import type { Clock } from './clock-state.js';

const rank = ({ kind }: Clock) => (kind === 'statutory' ? 0 : kind === 'external' ? 1 : 2);

/**
 * The clock whose due instant is the case's: of all that run, statutory beside contractual, the
 * earliest; due at the same instant, the statutory one. Paused clocks are due at no known instant, and
 * breached ones have been due. Undefined when none runs.
 */
export function rulingClock(clocks: readonly Clock[]): Clock | undefined {
  let ruling: Clock | undefined;
  for (const clock of clocks) {
    if (clock.state !== 'running') continue;
    const isSooner = !ruling || clock.dueAt < ruling.dueAt;
    if (isSooner || (clock.dueAt === ruling!.dueAt && rank(clock) < rank(ruling!))) ruling = clock;
  }
  return ruling;
}
