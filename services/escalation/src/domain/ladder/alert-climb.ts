import { comingSteps } from '#sla';
import type { ComingStep, Ladder, LadderClimb } from '#sla';
import type { OpenedCase } from '../case-state.js';
import type { PolicyBook } from '../policy-book.js';

/** An alert that nobody has acknowledged and that has a level still to come. */
export interface AlertClimb extends LadderClimb {
  readonly alertId: string;
  readonly clockId: string;
  readonly cause: 'warning' | 'breach';
  readonly threshold?: number;
  readonly ladder: string;
  /** The ladder is that of this version, whatever is published since. */
  readonly policyVersion: number;
}

export function ladderOf(
  { ladder, policyVersion }: Pick<AlertClimb, 'ladder' | 'policyVersion'>,
  policies: PolicyBook,
): Ladder {
  const found = policies.version(policyVersion).ladders?.find(({ id }) => id === ladder);
  if (!found) throw new RangeError(`policy ${policyVersion} has no ladder ${ladder}`);
  return found;
}

/** What an alert still goes on to, as its case stands now: a critical one knows no quiet hours. */
export function stepsToCome(
  state: OpenedCase,
  climb: AlertClimb,
  policies: PolicyBook,
): ComingStep[] {
  return comingSteps(ladderOf(climb, policies), climb, state.priority);
}

/** When the first of a case's alerts goes on to its next level. */
export function earliestStep(state: OpenedCase, policies: PolicyBook): number | undefined {
  const instants = state.climbs?.flatMap((climb) => {
    return stepsToCome(state, climb, policies)[0]?.at ?? [];
  });
  return instants?.length ? Math.min(...instants) : undefined;
}
