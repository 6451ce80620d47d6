import type { CaseStage, ClockFacts, ClockKind } from '#contracts';
import { consumedMinutes } from '#sla';
import type { Budget, CalendarLookup, SlaClock } from '#sla';

const iso = (instant: number) => new Date(instant).toISOString();

/*
 * Both conversions run for every clock of every case that opens. Optional fields are set afterwards:
 * spreading conditional objects cost more than all the rest of them.
 */

/** A clock as events and the API carry it. */
export function toClockFacts(clock: SlaClock, now: number, calendars: CalendarLookup): ClockFacts {
  const facts: ClockFacts = {
    clockId: clock.clockId,
    kind: clock.kind as ClockKind,
    state: clock.state,
    startedAt: iso(clock.startedAt),
    dueAt: iso(clock.dueAt),
    budget: clock.budget,
    calendar: clock.calendar,
    warnings: clock.thresholds as number[],
    consumedMinutes: Math.round(consumedMinutes(clock, now, calendars) * 100) / 100,
    revision: clock.revision,
  };
  if (clock.stage !== undefined) facts.stage = clock.stage as CaseStage;
  if (clock.stoppedAt !== undefined) facts.stoppedAt = iso(clock.stoppedAt);
  return facts;
}

/** The clock an event started; nothing has been warned of yet. */
export function fromClockFacts(facts: ClockFacts): SlaClock {
  const clock: { -readonly [K in keyof SlaClock]: SlaClock[K] } = {
    clockId: facts.clockId,
    kind: facts.kind,
    state: facts.state,
    startedAt: Date.parse(facts.startedAt),
    dueAt: Date.parse(facts.dueAt),
    // Checked when the policy was published; facts of a clock only come from a policy's.
    budget: facts.budget as Budget,
    calendar: facts.calendar,
    thresholds: facts.warnings,
    warned: [],
    revision: facts.revision,
  };
  if (facts.stage !== undefined) clock.stage = facts.stage;
  if (facts.stoppedAt !== undefined) clock.stoppedAt = Date.parse(facts.stoppedAt);
  return clock;
}
