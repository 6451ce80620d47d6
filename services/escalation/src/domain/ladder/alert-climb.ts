import { comingSteps } from '#sla';
import type { ComingStep, Ladder } from '#sla';
import type { OpenedCase } from '../case-state.js';
import type { PolicyBook } from '../policy-book.js';
import type { AlertClimb } from './climb-state.js';

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
