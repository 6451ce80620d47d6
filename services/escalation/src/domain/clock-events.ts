import type { ClockKind } from '#contracts';
import { cancelClock, correctVerdict, pausedSince, resumeClock, startClock, stopClock } from '#sla';
import type { PolicyClock, SlaClock } from '#sla';
import { calendarsOf, isOpenClock, pinnedCalendar } from './case-clocks.js';
import { caseEvent } from './case-event.js';
import type { CaseEvent } from './case-event.js';
import type { OpenedCase } from './case-state.js';
import { toClockFacts } from './clock-facts.js';
import type { DecisionContext } from './decision-context.js';

export const iso = (instant: number) => new Date(instant).toISOString();

/** The fields every event about a clock carries, so that reports need no other topic. */
export function clockFields(state: OpenedCase, clock: SlaClock, at: number) {
  return {
    caseId: state.id,
    clockId: clock.clockId,
    kind: clock.kind as ClockKind,
    revision: clock.revision,
    at: iso(at),
    dueAt: iso(clock.dueAt),
    ...(state.owner && { owner: state.owner }),
    dimensions: state.dimensions,
  };
}

/** What clocks of one promise are called: a second one of its kind gets a number behind it. */
export const baseOf = ({ kind, stage }: Pick<PolicyClock, 'kind' | 'stage'>): string =>
  stage ? `stage:${stage}` : kind;

/** The clocks that a case has had for one promise, in their order. */
export function earlierClocks(state: OpenedCase, base: string): SlaClock[] {
  return state.clocks.filter(({ clockId }) => clockId.split('#')[0] === base);
}

/**
 * Starts a clock of the case's policy; a second one of its kind gets a number and names the one before it.
 * @param startedAt from when on it counts, where that was before `at`
 */
export function startedEvent(
  state: OpenedCase,
  definition: PolicyClock,
  at: number,
  { policies }: DecisionContext,
  startedAt = at,
): CaseEvent {
  const base = baseOf(definition);
  const earlier = earlierClocks(state, base);
  const previous = earlier.at(-1);
  const calendars = policies.calendars(state.policyVersion);
  const clock = startClock(
    {
      clockId: previous ? `${base}#${earlier.length + 1}` : base,
      kind: definition.kind,
      ...(definition.stage && { stage: definition.stage }),
      startedAt,
      budget: definition.budget,
      calendar: pinnedCalendar(policies.version(state.policyVersion), definition, startedAt),
      thresholds: definition.warnings,
    },
    calendars,
  );
  return caseEvent('clockStarted', {
    caseId: state.id,
    at: iso(at),
    clock: toClockFacts(clock, at, calendars),
    ...(previous && { linkedTo: previous.clockId }),
    dimensions: state.dimensions,
  });
}

/**
 * Ends clocks by what they waited for: met, or late when they had been breached. A paused one goes on
 * first. Evidence from before the due instant that comes after the breach corrects the verdict.
 */
export function stopEvents(
  state: OpenedCase,
  clocks: readonly SlaClock[],
  at: number,
  context: DecisionContext,
): CaseEvent[] {
  return clocks.flatMap((clock): CaseEvent[] => {
    if ((pausedSince(clock) ?? Infinity) <= at) {
      const resumed = resumeClock(clock, at, calendarsOf(state, clock, context.policies));
      return [
        resumedEvent(state, clock, resumed, at, 'system'),
        ...stopEvents(state, [resumed], at, context),
      ];
    }
    const fields = clockFields(state, clock, at);
    const startedAt = iso(clock.startedAt);
    const corrected = correctVerdict(clock, at);
    if (corrected.state === 'met' && clock.state === 'breached') {
      const change = { before: 'breached' as const, verdict: 'met' as const };
      return [caseEvent('verdictCorrected', { ...fields, startedAt, ...change })];
    }
    const late = () => {
      const lateMinutes = Math.max(0, Math.round((at - clock.dueAt) / 600) / 100);
      return caseEvent('clockStoppedLate', { ...fields, lateMinutes });
    };
    if (clock.state === 'breached') return isOpenClock(clock) ? [late()] : [];
    const stopped = stopClock(clock, at);
    if (stopped === clock) return [];
    return stopped.state === 'met'
      ? [caseEvent('clockMet', { ...fields, startedAt })]
      : [caseEvent('clockBreached', { ...fields, at: iso(clock.dueAt) }), late()];
  });
}

export function resumedEvent(
  state: OpenedCase,
  clock: SlaClock,
  resumed: SlaClock,
  at: number,
  by: string,
): CaseEvent {
  return caseEvent('clockResumed', {
    ...clockFields(state, resumed, at),
    pausedAt: iso(pausedSince(clock)!),
    by,
  });
}

/** Ends clocks whose question is no longer asked. */
export function cancelEvents(
  state: OpenedCase,
  clocks: readonly SlaClock[],
  at: number,
  reason: string,
): CaseEvent[] {
  return clocks
    .filter((clock) => cancelClock(clock, at) !== clock)
    .map((clock) => caseEvent('clockCancelled', { ...clockFields(state, clock, at), reason }));
}

/** How the open clocks of a case stand at an instant: an import's `--as-of`. */
export function judgedEvents(state: OpenedCase, at: number): CaseEvent[] {
  return state.clocks.filter(isOpenClock).map((clock) =>
    caseEvent('clockJudged', {
      ...clockFields(state, clock, at),
      verdict: isPastDue(clock, at) ? 'open-overdue' : 'open-running',
    }),
  );
}

/** A paused clock is overdue only when it was before its pause. */
const isPastDue = (clock: SlaClock, at: number) => (pausedSince(clock) ?? at) > clock.dueAt;
