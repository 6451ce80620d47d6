import type { AlertHeld, DataOf } from '#contracts';
import { comingSteps, levelAt, quietUntil } from '#sla';
import type { ClockFiring, ComingStep, LadderClimb, LadderLevel, SlaClock } from '#sla';
import { definitionOfClock, originOf } from '../case-clocks.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { clockFields, iso } from '../clock-events.js';
import type { DecisionContext } from '../decision-context.js';
import { ladderOf, stepsToCome } from './alert-climb.js';
import type { AlertClimb } from './climb-state.js';

/** What is told later than this fell into an outage: it counts from when it could be told. */
export const catchUpMs = 60_000;

const minuteMs = 60_000;

/** What an alert is about, whatever its level. */
type About = Pick<DataOf<typeof AlertHeld>, 'alertId' | 'cause' | 'trigger' | 'threshold'> &
  Pick<DataOf<typeof AlertHeld>, 'clockId' | 'kind' | 'dueAt'> &
  ReturnType<typeof aboutCase>;

interface Fired {
  clock: SlaClock;
  firing: ClockFiring;
  instant: number;
}

/**
 * The alert about a clock: told to the level of its ladder that is reached, or held in quiet hours. Undefined
 * for a warning that no level of the ladder waits for; a breach is always told.
 */
export function alertOf(
  state: OpenedCase,
  fired: Fired,
  now: number,
  context: DecisionContext,
): CaseEvent | undefined {
  const { clock, firing, instant } = fired;
  const cause = firing.type === 'warning' ? ('warning' as const) : ('breach' as const);
  const threshold = firing.type === 'warning' ? { threshold: firing.threshold } : {};
  const about = { ...aboutOf(state, clock), cause, ...threshold };
  const alertId = context.newId();
  const at = now - instant < catchUpMs ? firing.at : now;
  const reached = levelOf(state, fired, at, context);
  if (!reached) {
    const hasLadder = definitionOfClock(state, clock, context.policies)?.ladder !== undefined;
    if (hasLadder && firing.type === 'warning') return undefined;
    const level = firing.type === 'warning' ? 1 : 2;
    const told = { at: iso(firing.at), level, audience: 'supervisor' as const };
    return caseEvent('alertRaised', { alertId, ...about, ...told });
  }
  const since = cause === 'breach' ? { breachedAt: clock.dueAt } : {};
  return toldOrHeld(state, { alertId, ...about }, { ...reached, at, since }, context);
}

/** A level of a ladder that an alert begins with, and when. */
interface FirstLevel {
  level: LadderLevel;
  ladder: string;
  policyVersion: number;
  at: number;
  since: Pick<LadderClimb, 'breachedAt' | 'triggeredAt'>;
}

/** An alert at its first level: told, or held while that has its quiet hours. */
export function toldOrHeld(
  state: OpenedCase,
  about: About,
  { level, ladder, policyVersion, at, since }: FirstLevel,
  { policies }: DecisionContext,
): CaseEvent {
  const named = { id: ladder, policyVersion, step: level.id };
  const fields = { ...about, at: iso(at), ...toldTo(level, state), ladder: named };
  const until = quietUntil(level, at, state.priority);
  if (until !== undefined) return caseEvent('alertHeld', { ...fields, until: iso(until) });
  const climb = { told: [{ step: level.id, at }], ...since };
  const steps = comingSteps(ladderOf({ ladder, policyVersion }, policies), climb, state.priority);
  return caseEvent('alertRaised', { ...fields, ...nextOf(steps, state) });
}

/**
 * The alerts that go on to their next level by `now`, each by one level: of several that an outage held
 * up, the highest is told.
 */
export function dueSteps(
  state: OpenedCase,
  now: number,
  { policies }: DecisionContext,
): CaseEvent[] {
  return (state.climbs ?? []).flatMap((climb) => {
    const due = stepsToCome(state, climb, policies).filter(({ at }) => at <= now);
    const [first, ...others] = due;
    if (!first) return [];
    const step = others.reduce(
      (top, one) => (one.level.level > top.level.level ? one : top),
      first,
    );
    return [stepEvent(state, climb, step, now, policies)];
  });
}

function stepEvent(
  state: OpenedCase,
  climb: AlertClimb,
  step: ComingStep,
  now: number,
  policies: DecisionContext['policies'],
): CaseEvent {
  const { alertId, clockId, cause, threshold, trigger, policyVersion, told } = climb;
  const clock = state.clocks.find((one) => one.clockId === clockId);
  const at = now - step.at < catchUpMs ? step.at : now;
  const { levels } = ladderOf(climb, policies);
  const reached = { ...climb, told: [...told, { step: step.level.id, at }] };
  const fields = {
    alertId,
    ...(clock ? aboutOf(state, clock) : aboutCase(state)),
    cause,
    ...(trigger !== undefined && { trigger }),
    ...(threshold !== undefined && { threshold }),
    at: iso(at),
    ...toldTo(step.level, state),
    ladder: { id: climb.ladder, policyVersion, step: step.level.id },
    ...nextOf(stepsToCome(state, withoutHold(reached), policies), state),
  };
  if (told.length === 0) return caseEvent('alertRaised', fields);
  const before = told.map((one) => ({
    step: one.step,
    ...toldTo(
      levels.find(({ id }) => id === one.step)!,
      state,
    ),
    at: iso(one.at),
  }));
  return caseEvent('alertClimbed', { ...fields, before });
}

function withoutHold({ held: _, ...climb }: AlertClimb): AlertClimb {
  return climb;
}

/** The level of the clock's ladder that is reached; undefined where it has none. */
function levelOf(
  state: OpenedCase,
  { clock, firing }: Fired,
  at: number,
  { policies }: DecisionContext,
) {
  const named = definitionOfClock(state, clock, policies)?.ladder;
  if (named === undefined) return undefined;
  const { policyVersion } = originOf(state, clock);
  const ladder = ladderOf({ ladder: named, policyVersion }, policies);
  const minutesLate = Math.floor((at - clock.dueAt) / minuteMs);
  const level =
    firing.type === 'breached' ? levelAt(ladder, 'breach', minutesLate) : levelAt(ladder, firing);
  return level && { level, ladder: named, policyVersion };
}

function aboutOf(state: OpenedCase, clock: SlaClock) {
  const { kind, dueAt } = clockFields(state, clock, clock.dueAt);
  return { ...aboutCase(state), clockId: clock.clockId, kind, dueAt };
}

/** What every alert says of its case. */
export function aboutCase({ id: caseId, number, priority, owner, dimensions }: OpenedCase) {
  return { caseId, number, severity: priority, ...(owner && { owner }), dimensions };
}

/** Whom a level tells; of those it names nobody whom the case is kept from. */
function toldTo({ level, audience, unit, people, roster }: LadderLevel, { conflict }: OpenedCase) {
  const free = people?.filter((one) => !conflict?.conflicted.includes(one)) ?? [];
  return {
    level,
    audience,
    ...(unit !== undefined && { unit }),
    ...(free.length > 0 && { people: free }),
    ...(roster !== undefined && { roster }),
  };
}

function nextOf([next]: readonly ComingStep[], state: OpenedCase) {
  if (!next) return undefined;
  return { next: { step: next.level.id, ...toldTo(next.level, state), at: iso(next.at) } };
}
