import type { ClockFacts, ClockKind, CaseStage } from '#contracts';
import { consumedMinutes } from '#sla';
import type { Budget, CalendarLookup, SlaClock } from '#sla';

const iso = (instant: number) => new Date(instant).toISOString();

/** A clock as events and the API carry it. */
export function toClockFacts(clock: SlaClock, now: number, calendars: CalendarLookup): ClockFacts {
  return {
    clockId: clock.clockId,
    kind: clock.kind as ClockKind,
    ...(clock.stage && { stage: clock.stage as CaseStage }),
    state: clock.state,
    startedAt: iso(clock.startedAt),
    dueAt: iso(clock.dueAt),
    budget: { ...clock.budget },
    calendar: clock.calendar,
    warnings: [...clock.thresholds],
    consumedMinutes: Math.round(consumedMinutes(clock, now, calendars) * 100) / 100,
    revision: clock.revision,
    ...(clock.stoppedAt !== undefined && { stoppedAt: iso(clock.stoppedAt) }),
  };
}

/** The clock an event started; nothing has been warned of yet. */
export function fromClockFacts(facts: ClockFacts): SlaClock {
  return {
    clockId: facts.clockId,
    kind: facts.kind,
    ...(facts.stage && { stage: facts.stage }),
    state: facts.state,
    startedAt: Date.parse(facts.startedAt),
    dueAt: Date.parse(facts.dueAt),
    // Checked when the policy was published; facts of a clock only come from a policy's.
    budget: facts.budget as Budget,
    calendar: facts.calendar,
    thresholds: facts.warnings,
    warned: [],
    revision: facts.revision,
    ...(facts.stoppedAt && { stoppedAt: Date.parse(facts.stoppedAt) }),
  };
}
