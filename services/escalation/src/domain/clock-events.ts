import type { ClockKind } from '#contracts';
import { cancelClock, nextInstant, startClock, stopClock, upcomingFirings } from '#sla';
import type { CalendarLookup, PolicyClock, SlaClock } from '#sla';
import { caseEvent } from './case-event.js';
import type { CaseEvent } from './case-event.js';
import type { OpenedCase } from './case-state.js';
import { toClockFacts } from './clock-facts.js';

const iso = (instant: number) => new Date(instant).toISOString();

/** The fields every event about a clock carries, so that reports need no other topic. */
function clockFields(state: OpenedCase, clock: SlaClock, at: number) {
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

/** Starts a clock of the policy; a second one of its kind gets a number and names the one before it. */
export function startedEvent(
  state: OpenedCase,
  definition: PolicyClock,
  at: number,
  calendar: string,
  calendars: CalendarLookup,
): CaseEvent {
  const base = definition.stage ? `stage:${definition.stage}` : definition.kind;
  const earlier = state.clocks.filter(({ clockId }) => clockId.split('#')[0] === base);
  const previous = earlier[earlier.length - 1];
  const clock = startClock(
    {
      clockId: previous ? `${base}#${earlier.length + 1}` : base,
      kind: definition.kind,
      ...(definition.stage && { stage: definition.stage }),
      startedAt: at,
      budget: definition.budget,
      calendar,
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

/** Ends clocks by what they waited for: met, or late when they had been breached. */
export function stopEvents(
  state: OpenedCase,
  clocks: readonly SlaClock[],
  at: number,
): CaseEvent[] {
  return clocks.flatMap((clock): CaseEvent[] => {
    const fields = clockFields(state, clock, at);
    if (clock.state === 'breached' && clock.stoppedAt === undefined) {
      const lateMinutes = Math.round((at - clock.dueAt) / 600) / 100;
      return [caseEvent('clockStoppedLate', { ...fields, lateMinutes: Math.max(0, lateMinutes) })];
    }
    const stopped = stopClock(clock, at);
    if (stopped === clock) return [];
    return stopped.state === 'met'
      ? [caseEvent('clockMet', { ...fields, startedAt: iso(clock.startedAt) })]
      : [caseEvent('clockBreached', { ...fields, at: iso(clock.dueAt) })];
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

/** Everything that fell due up to `now`, over all clocks, in order; alerts beside it unless the case is imported. */
export function dueEvents(
  state: OpenedCase,
  now: number,
  calendars: CalendarLookup,
  newId: () => string,
): CaseEvent[] {
  const due = state.clocks
    .filter((clock) => (nextInstant(clock, calendars) ?? Infinity) <= now)
    .flatMap((clock) => upcomingFirings(clock, calendars).map((firing) => ({ clock, ...firing })))
    .filter(({ instant }) => instant <= now)
    .sort((a, b) => a.instant - b.instant);
  return due.flatMap(({ clock, firing }): CaseEvent[] => {
    const fields = clockFields(state, clock, firing.at);
    const isWarning = firing.type === 'warning';
    const event = isWarning
      ? caseEvent('warningReached', { ...fields, threshold: firing.threshold })
      : caseEvent('clockBreached', fields);
    if (state.imported) return [event];
    const alert = caseEvent('alertRaised', {
      alertId: newId(),
      caseId: state.id,
      number: state.number,
      at: iso(firing.at),
      cause: isWarning ? 'warning' : 'breach',
      level: isWarning ? 1 : 2,
      audience: 'supervisor',
      severity: state.priority,
      clockId: clock.clockId,
      kind: fields.kind,
      ...(isWarning && { threshold: firing.threshold }),
      dueAt: fields.dueAt,
      ...(state.owner && { owner: state.owner }),
      dimensions: state.dimensions,
    });
    return [event, alert];
  });
}

/** How the open clocks of a case stand at an instant: an import's `--as-of`. */
export function judgedEvents(state: OpenedCase, at: number): CaseEvent[] {
  return state.clocks
    .filter(
      (clock) =>
        clock.stoppedAt === undefined && clock.state !== 'cancelled' && clock.state !== 'met',
    )
    .map((clock) =>
      caseEvent('clockJudged', {
        ...clockFields(state, clock, at),
        verdict: at > clock.dueAt ? 'open-overdue' : 'open-running',
      }),
    );
}
