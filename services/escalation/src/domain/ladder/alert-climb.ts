import { comingSteps } from '#sla';
import type { BusinessCalendar, ComingStep, Ladder } from '#sla';
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
  const { clockId } = climb;
  const ladder = ladderOf(climb, policies);
  return comingSteps(ladder, climb, state.priority, calendarOfAlert(state, clockId, policies));
}

/** By which calendar an alert waits in working time: that of its clock; undefined of one about no clock. */
export function calendarOfAlert(
  state: OpenedCase,
  clockId: string | undefined,
  policies: PolicyBook,
): (() => BusinessCalendar) | undefined {
  const clock = state.clocks.find((one) => one.clockId === clockId);
  const version = clock?.policyVersion ?? state.policyVersion;
  return clock && (() => policies.calendars(version)(clock.calendar));
}

/** When the first of a case's alerts goes on to its next level. */
export function earliestStep(state: OpenedCase, policies: PolicyBook): number | undefined {
  const instants = state.climbs?.flatMap((climb) => {
    return stepsToCome(state, climb, policies)[0]?.at ?? [];
  });
  return instants?.length ? Math.min(...instants) : undefined;
}
