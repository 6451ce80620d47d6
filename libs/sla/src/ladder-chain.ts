import type { BusinessCalendar } from './business-calendar.js';
import type { Instant } from './calendar-spec.js';
import { startClock, upcomingFirings } from './clock.js';
import type { CalendarLookup, Clock, ClockFiring } from './clock.js';
import { comingSteps } from './ladder-climb.js';
import type { LadderClimb, LadderStep } from './ladder-climb.js';
import type { Policy, PolicyClock } from './policy.js';
import { calendarAt, calendarReference, compileCalendars } from './policy-calendars.js';
import { levelAt, quietUntil } from './policy-ladder.js';
import type { Ladder, LadderLevel } from './policy-ladder.js';
import type { PolicyTrigger } from './policy-triggers.js';

/** A level that would tell nobody, and why: everybody of it is kept from the case, or nobody is of it. */
export interface PassedLevel extends LadderStep {
  readonly why: 'kept' | 'nobody';
}

/** An alert on its way up, with what was passed over of its ladder. */
export interface OnLadder {
  readonly ladder: Ladder;
  readonly climb: LadderClimb & { readonly passed?: readonly PassedLevel[] };
  /** Of an alert about a clock. */
  readonly calendarOf: (() => BusinessCalendar) | undefined;
}

/** From a level whose time has come up to the one that is told, and what is passed over on the way to it. */
export type Reach = (
  first: LadderLevel,
  on: OnLadder,
  at: Instant,
) => { readonly level: LadderLevel; readonly passed: readonly PassedLevel[] };

/** A level as it would be told, or passed over: `dueAt` is when, but for its quiet hours. */
export interface ChainStep {
  readonly level: LadderLevel;
  readonly dueAt: Instant;
  readonly at: Instant;
  /** Of a level that would tell nobody: the one above is told at once. */
  readonly passed?: PassedLevel['why'];
}

/** Whom one alert of a clock would tell, one after the other, if nobody ever acknowledged it. */
export interface AlertChain {
  readonly rule: string;
  readonly clock: PolicyClock;
  readonly ladder: string;
  readonly cause: 'warning' | 'breach';
  readonly threshold?: number;
  readonly steps: readonly ChainStep[];
}

/** Whom the alert of a trigger would tell, one after the other, if nobody ever acknowledged it. */
export interface TriggerChain {
  readonly trigger: PolicyTrigger;
  readonly steps: readonly ChainStep[];
}

/** A ladder of a valid policy that does not do what its author hoped for. */
export interface ChainWarning {
  readonly rule: 'unused-ladder' | 'unreachable-level' | 'breach-untold';
  readonly ladder: string;
  readonly level?: string;
}

/**
 * The chains of every clock with a ladder, of every rule, for a complaint that comes in at an instant. It
 * is what the alerts of a real case do: the same functions decide. Clocks with a due date from outside
 * have none before it is known.
 * @param reach which levels are passed over; without it none is
 */
export function ladderChains(
  policy: Policy,
  startedAt: Instant,
  severity: string,
  reach: Reach = reachFirst,
): AlertChain[] {
  const compiled = compileCalendars(policy);
  const calendars: CalendarLookup = (reference) => compiled.get(reference)!;
  return policy.rules.flatMap((rule) =>
    rule.clocks.flatMap((clock) => {
      const ladder = policy.ladders?.find(({ id }) => id === clock.ladder);
      if (!ladder || clock.budget.unit === 'external') return [];
      const started = startedClock(policy, clock, startedAt, calendars);
      return upcomingFirings(started, calendars).map(({ firing }): AlertChain => ({
        rule: rule.id,
        clock,
        ladder: ladder.id,
        cause: firing.type === 'warning' ? 'warning' : 'breach',
        ...(firing.type === 'warning' && { threshold: firing.threshold }),
        steps: clockSteps(ladder, firing, started, { severity, reach }, calendars),
      }));
    }),
  );
}

/** The chains of every trigger, for something that happens at an instant. */
export function triggerChains(
  { triggers = [], ladders = [] }: Policy,
  at: Instant,
  severity: string,
  reach: Reach = reachFirst,
): TriggerChain[] {
  return triggers.flatMap((trigger) => {
    const ladder = ladders.find(({ id }) => id === trigger.ladder);
    const first = ladder && levelAt(ladder, 'trigger');
    if (!ladder || !first) return [];
    const since = { triggeredAt: at };
    return [{ trigger, steps: stepsOf(ladder, first, at, since, { severity, reach }) }];
  });
}

/** What is wrong with the ladders of a policy whatever the hour: quiet hours are left out of it. */
export function chainWarnings(policy: Policy, startedAt: Instant): ChainWarning[] {
  const chains = ladderChains(policy, startedAt, 'critical');
  const triggered = triggerChains(policy, startedAt, 'critical');
  return (policy.ladders ?? []).flatMap(({ id, levels }): ChainWarning[] => {
    const own = chains.filter(({ ladder }) => ladder === id);
    const ownTriggered = triggered.filter(({ trigger }) => trigger.ladder === id);
    if (own.length + ownTriggered.length === 0) return [{ rule: 'unused-ladder', ladder: id }];
    const told = new Set(
      [...own, ...ownTriggered].flatMap(({ steps }) => steps.map(({ level }) => level.id)),
    );
    const unreachable = levels
      .filter((level) => !told.has(level.id))
      .map((level) => ({ rule: 'unreachable-level' as const, ladder: id, level: level.id }));
    const isUntold = own.some(({ cause, steps }) => cause === 'breach' && steps.length === 0);
    return [...unreachable, ...(isUntold ? [{ rule: 'breach-untold' as const, ladder: id }] : [])];
  });
}

const reachFirst: Reach = (level) => ({ level, passed: [] });

/** By what a chain goes up. */
interface Climbing {
  severity: string;
  reach: Reach;
}

function startedClock(
  policy: Policy,
  { kind, stage, budget, calendar, warnings }: PolicyClock,
  startedAt: Instant,
  calendars: CalendarLookup,
): Clock {
  const start = {
    ...{ clockId: kind, kind, startedAt, budget, thresholds: warnings },
    ...(stage && { stage }),
    calendar: calendarReference(calendarAt(policy, calendar, startedAt)),
  };
  return startClock(start, calendars);
}

function clockSteps(
  ladder: Ladder,
  firing: ClockFiring,
  { dueAt, calendar }: Clock,
  climbing: Climbing,
  calendars: CalendarLookup,
): ChainStep[] {
  const first = levelAt(ladder, firing.type === 'breached' ? 'breach' : firing);
  if (!first) return [];
  const since = firing.type === 'breached' ? { breachedAt: dueAt } : {};
  return stepsOf(ladder, first, firing.at, since, climbing, () => calendars(calendar));
}

function stepsOf(
  ladder: Ladder,
  first: LadderLevel,
  at: Instant,
  since: Pick<LadderClimb, 'breachedAt' | 'triggeredAt'>,
  { severity, reach }: Climbing,
  calendarOf?: () => BusinessCalendar,
): ChainStep[] {
  const steps: ChainStep[] = [];
  let climb: OnLadder['climb'] = { told: [], ...since };
  let next: ChainStep | undefined = { level: first, dueAt: at, at };
  while (next) {
    const reached = reach(next.level, { ladder, climb, calendarOf }, next.at);
    const { told, passed = [] } = climb;
    // The last level of all is told though it would tell nobody.
    const left = reached.passed.filter(({ step }) => step !== reached.level.id);
    steps.push(...left.map((one) => passedStep(one, ladder)));
    const here = { step: reached.level.id, at: next.at };
    const behind = { ...since, passed: [...passed, ...left] };
    if (quietUntil(reached.level, next.at, severity) === undefined) {
      const dueAt = reached.level.id === next.level.id ? next.dueAt : next.at;
      steps.push({ level: reached.level, dueAt, at: next.at });
      climb = { ...behind, told: [...told, here] };
    } else {
      climb = { ...behind, told, held: here };
    }
    next = comingSteps(ladder, climb, severity, calendarOf)[0];
  }
  return steps;
}

const passedStep = ({ step, at, why }: PassedLevel, { levels }: Ladder): ChainStep => ({
  level: levels.find(({ id }) => id === step)!,
  ...{ dueAt: at, at, passed: why },
});
