import type { AlertHeld, DataOf } from '#contracts';
import { comingSteps, dueInstant, levelAt, quietUntil } from '#sla';
import type { Budget, ClockFiring, LadderClimb, LadderLevel, SlaClock } from '#sla';
import { calendarsOf, definitionOfClock, originOf } from '../case-clocks.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { CaseState, OpenedCase } from '../case-state.js';
import { clockFields, iso } from '../clock-events.js';
import type { DecisionContext } from '../decision-context.js';
import { evolve } from '../evolve.js';
import { calendarOfAlert, ladderOf, stepsToCome } from './alert-climb.js';
import type { AlertClimb } from './climb-state.js';
import { levelAbove, reachFrom, withPassed } from './pass-over.js';
import { whyPassed } from './ladder-staff.js';
import { nextOf, passedOver, toldTo } from './level-fields.js';

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
  { level: first, ladder, policyVersion, at, since }: FirstLevel,
  { policies, staff }: DecisionContext,
): CaseEvent {
  const climbed = ladderOf({ ladder, policyVersion }, policies);
  const calendarOf = calendarOfAlert(state, about.clockId, policies);
  const on = { ladder: climbed, climb: { told: [], ...since }, calendarOf };
  const { level, passed } = reachFrom(first, on, state, at, staff);
  const named = { id: ladder, policyVersion, step: level.id };
  const known = { ...toldTo(level, state), ladder: named, ...passedOver(passed, climbed) };
  const fields = { ...about, at: iso(at), ...known };
  const until = quietUntil(level, at, state.priority);
  if (until !== undefined) return caseEvent('alertHeld', { ...fields, until: iso(until) });
  const climb = withPassed({ told: [{ step: level.id, at }], ...since }, passed);
  const steps = comingSteps(climbed, climb, state.priority, calendarOf);
  return caseEvent('alertRaised', { ...fields, ...nextOf(steps, state) });
}

/**
 * The alerts that go on to their next level by `now`, each by one level: of several that an outage held
 * up, the highest is told.
 */
export function dueSteps(state: OpenedCase, now: number, context: DecisionContext): CaseEvent[] {
  const { policies } = context;
  return (state.climbs ?? []).flatMap((climb) => {
    const due = stepsToCome(state, climb, policies).filter(({ at }) => at <= now);
    const [first, ...others] = due;
    if (!first) return [];
    const step = others.reduce(
      (top, one) => (one.level.level > top.level.level ? one : top),
      first,
    );
    const at = now - step.at < catchUpMs ? step.at : now;
    return [stepEvent(state, climb, step.level, at, context)];
  });
}

/**
 * The alerts that go on at once as everybody whom they told last is kept from the case from now on: nobody else is
 * left who could take them on. What is held back or snoozed waits for its own time.
 */
export function stepsAfterConflict(
  commanded: readonly CaseEvent[],
  before: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const { staff } = context;
  if (!staff || !before.climbs || !commanded.some(({ name }) => name === 'accusedNamed')) return [];
  const after = commanded.reduce<CaseState>((state, event) => evolve(state, event), before);
  const state = after as OpenedCase;
  return (state.climbs ?? []).flatMap((climb) => {
    const ladder = ladderOf(climb, context.policies);
    const last = climb.told.at(-1);
    const told = last && ladder.levels.find(({ id }) => id === last.step);
    const isWaiting = climb.held !== undefined || (climb.notBefore ?? 0) > now;
    if (!told || isWaiting || whyPassed(told, state, staff, now) !== 'kept') return [];
    const calendarOf = calendarOfAlert(state, climb.clockId, context.policies);
    const above = levelAbove(told, { ladder, climb, calendarOf }, state.priority);
    const left = withPassed(climb, [{ step: told.id, at: now, why: 'kept' }]);
    return above ? [stepEvent(state, left, above, now, context)] : [];
  });
}

/** An alert goes on to a level, or from there to the first that is not passed over; that one may have quiet hours. */
function stepEvent(
  state: OpenedCase,
  climb: AlertClimb,
  first: LadderLevel,
  at: number,
  { policies, staff }: DecisionContext,
): CaseEvent {
  const { alertId, clockId, cause, threshold, trigger, policyVersion, told } = climb;
  const clock = state.clocks.find((one) => one.clockId === clockId);
  const ladder = ladderOf(climb, policies);
  const calendarOf = calendarOfAlert(state, clockId, policies);
  const behind = withoutPassedHold(climb);
  const on = { ladder, climb: behind, calendarOf };
  const { level, passed } = reachFrom(first, on, state, at, staff);
  const gone = withPassed(behind, passed);
  const fields = {
    alertId,
    ...(clock ? aboutOf(state, clock) : aboutCase(state)),
    cause,
    ...(trigger !== undefined && { trigger }),
    ...(threshold !== undefined && { threshold }),
    at: iso(at),
    ...toldTo(level, state),
    ladder: { id: climb.ladder, policyVersion, step: level.id },
    ...passedOver(gone.passed, ladder),
  };
  const until = quietUntil(level, at, state.priority);
  if (until !== undefined) return caseEvent('alertHeld', { ...fields, until: iso(until) });
  const reached = withoutHold({ ...gone, told: [...told, { step: level.id, at }] });
  const next = nextOf(stepsToCome(state, reached, policies), state);
  if (told.length === 0) return caseEvent('alertRaised', { ...fields, ...next });
  const before = told.map((one) => ({
    step: one.step,
    ...toldTo(
      ladder.levels.find(({ id }) => id === one.step)!,
      state,
    ),
    at: iso(one.at),
  }));
  return caseEvent('alertClimbed', { ...fields, before, ...next });
}

/** The last level of all that are passed over may be held: whether it tells somebody is known when its hours end. */
function withoutPassedHold({ passed, ...climb }: AlertClimb): AlertClimb {
  if (!passed) return climb;
  return { ...climb, passed: passed.filter(({ step }) => step !== climb.held?.step) };
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
  const isOver = (delay: Budget) =>
    dueInstant(clock.dueAt, delay, calendarsOf(state, clock, policies)(clock.calendar)) <= at;
  const level =
    firing.type === 'breached'
      ? levelAt(ladder, 'breach', minutesLate, isOver)
      : levelAt(ladder, firing);
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
