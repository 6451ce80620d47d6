import { comingSteps } from '#sla';
import type { LadderClimb, LadderLevel, OnLadder } from '#sla';
import type { OpenedCase } from '../case-state.js';
import type { PassedStep } from './climb-state.js';
import { whyPassed } from './ladder-staff.js';
import type { LadderStaff } from './ladder-staff.js';

/** A climb as far as it is known here, with why its levels were passed over. */
type Climb = LadderClimb & { readonly passed?: readonly PassedStep[] };

/** The level that is told in the end, and those that were passed over on the way to it. */
interface Reached {
  readonly level: LadderLevel;
  readonly passed: readonly PassedStep[];
}

/**
 * From a level whose time has come up to the first that tells somebody. Where none of them does, the last is told all
 * the same and stands among those passed over: an alert never goes nowhere.
 * @param on with what was told and passed over before
 * @param staff absent where nobody knows the organisation: nothing is passed over then
 */
export function reachFrom(
  first: LadderLevel,
  on: OnLadder,
  state: OpenedCase,
  at: number,
  staff: LadderStaff | undefined,
): Reached {
  const passed: PassedStep[] = [];
  let level = first;
  if (!staff) return { level, passed };
  for (;;) {
    const why = whyPassed(level, state, staff, at);
    if (!why) return { level, passed };
    passed.push({ step: level.id, at, why });
    const reached = { ...on, climb: withPassed(on.climb, passed) };
    const above = levelAbove(level, reached, state.priority);
    if (!above) return { level, passed };
    level = above;
  }
}

/** The lowest of those that the alert would go on to; where it would to none, the lowest of those above. */
export function levelAbove(
  { level }: LadderLevel,
  { ladder, climb: { held: _, ...climb }, calendarOf }: OnLadder,
  severity: string,
): LadderLevel | undefined {
  const coming = comingSteps(ladder, climb, severity, calendarOf).map((step) => step.level);
  const above = ladder.levels.filter((one) => one.level > level);
  return (coming.length > 0 ? coming : above).reduce<LadderLevel | undefined>(
    (lowest, one) => (lowest && lowest.level <= one.level ? lowest : one),
    undefined,
  );
}

/** A climb with what was passed over besides; without any as it was. */
export function withPassed<C extends Climb>(climb: C, more: readonly PassedStep[]): C {
  if (more.length === 0) return climb;
  return { ...climb, passed: [...(climb.passed ?? []), ...more] };
}
