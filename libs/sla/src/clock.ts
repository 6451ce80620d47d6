import type { BusinessCalendar } from './business-calendar.js';
import { dueInstant, minutesUsed, shareInstant } from './budget.js';
import type { Budget } from './budget.js';
import type { Instant } from './calendar-spec.js';
import type { PauseReason } from './policy.js';

export type ClockState = 'running' | 'paused' | 'met' | 'breached' | 'cancelled';

/** A span in which a clock did not run; the last one has no end while the clock is paused. */
export interface ClockPause {
  readonly from: Instant;
  readonly to?: Instant;
  readonly reason: PauseReason;
}

/** What was changed about a running clock: each makes a new revision, with its due instants before and after. */
export interface ClockChange {
  readonly at: Instant;
  readonly cause: 'priority' | 'severity' | 'tier' | 'policy' | 'calendar' | 'extension';
  readonly before: ClockTerms;
  readonly after: ClockTerms;
}

export interface ClockTerms {
  /** The whole budget without extensions. */
  readonly budget: Budget;
  /** What approved extensions added to it, in order. */
  readonly extensions: readonly Budget[];
  readonly calendar: string;
  readonly policyVersion: number;
  readonly rule: string;
  readonly dueAt: Instant;
}

/**
 * One SLA clock. A breached clock keeps its verdict; `stoppedAt` then says when the work was done after
 * all. `warned` holds the thresholds already reported for this revision.
 */
export interface Clock {
  readonly clockId: string;
  readonly kind: string;
  readonly stage?: string;
  readonly state: ClockState;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly budget: Budget;
  /** `id@version` of the calendar it is pinned to. */
  readonly calendar: string;
  readonly thresholds: readonly number[];
  readonly warned: readonly number[];
  readonly revision: number;
  readonly stoppedAt?: Instant;
  /** In order, never overlapping; absent on a clock that was never paused. */
  readonly pauses?: readonly ClockPause[];
  /** In order; absent on a clock that was never changed. */
  readonly changes?: readonly ClockChange[];
  /** What approved extensions have added so far; absent without any. */
  readonly extensions?: readonly Budget[];
  /** The clock it follows after a reopening; that one keeps its verdict. */
  readonly linkedTo?: string;
}

/** Finds the calendar a clock is pinned to. @throws when the reference is unknown */
export type CalendarLookup = (reference: string) => BusinessCalendar;

export interface ClockStart {
  clockId: string;
  kind: string;
  stage?: string;
  startedAt: Instant;
  budget: Budget;
  calendar: string;
  thresholds: readonly number[];
  externalDueAt?: Instant;
}

/** What a clock reports as time passes; `at` is the instant it fell due, never when somebody looked. */
export type ClockFiring =
  { type: 'warning'; threshold: number; at: Instant } | { type: 'breached'; at: Instant };

export function startClock(start: ClockStart, calendars: CalendarLookup): Clock {
  const { clockId, kind, stage, startedAt, budget, calendar, thresholds, externalDueAt } = start;
  const dueAt = dueInstant(startedAt, budget, calendars(calendar), externalDueAt);
  const clock = {
    clockId,
    kind,
    state: 'running' as const,
    startedAt,
    dueAt,
    budget,
    calendar,
    thresholds,
    warned: [],
    revision: 1,
  };
  return stage === undefined ? clock : { ...clock, stage };
}

/**
 * Stops a running clock by what it waited for: met at or before the due instant, otherwise breached.
 * On a breached clock only `stoppedAt` is noted; other states stay as they are.
 */
export function stopClock(clock: Clock, at: Instant): Clock {
  if (clock.state === 'breached')
    return clock.stoppedAt === undefined ? { ...clock, stoppedAt: at } : clock;
  if (clock.state !== 'running' && clock.state !== 'paused') return clock;
  return { ...clock, state: at <= clock.dueAt ? 'met' : 'breached', stoppedAt: at };
}

/** Stops a clock without a verdict, because what it timed is no longer asked for. */
export function cancelClock(clock: Clock, at: Instant): Clock {
  const isOpen = clock.state === 'running' || clock.state === 'paused';
  return isOpen ? { ...clock, state: 'cancelled', stoppedAt: at } : clock;
}

/** Every firing still to come of a running clock, in time order: warnings, then the breach at due + 1 ms. */
export function upcomingFirings(
  clock: Clock,
  calendars: CalendarLookup,
): { firing: ClockFiring; instant: Instant }[] {
  if (clock.state !== 'running') return [];
  const warnings = clock.thresholds
    .filter((threshold) => !clock.warned.includes(threshold))
    .map((threshold) => {
      const calendar = calendars(clock.calendar);
      const at = shareInstant(clock.startedAt, clock.dueAt, threshold, clock.budget, calendar);
      return { firing: { type: 'warning' as const, threshold, at }, instant: at };
    });
  const breach = {
    firing: { type: 'breached' as const, at: clock.dueAt },
    instant: clock.dueAt + 1,
  };
  return [...warnings, breach].sort((a, b) => a.instant - b.instant);
}

/** The earliest instant at which this clock has something to report, or undefined when it never will. */
export function nextInstant(clock: Clock, calendars: CalendarLookup): Instant | undefined {
  if (clock.state !== 'running') return undefined;
  let threshold = Infinity;
  for (const candidate of clock.thresholds) {
    if (candidate < threshold && !clock.warned.includes(candidate)) threshold = candidate;
  }
  if (threshold === Infinity) return clock.dueAt + 1;
  const { startedAt, dueAt, budget, calendar } = clock;
  return shareInstant(startedAt, dueAt, threshold, budget, calendars(calendar));
}

/** Lets time pass up to and including `now`: the clock after it, and what it reported, in order. */
export function tickClock(
  clock: Clock,
  now: Instant,
  calendars: CalendarLookup,
): { clock: Clock; fired: ClockFiring[] } {
  const next = nextInstant(clock, calendars);
  if (next === undefined || next > now) return { clock, fired: [] };
  const fired = upcomingFirings(clock, calendars)
    .filter(({ instant }) => instant <= now)
    .map(({ firing }) => firing);
  if (fired.length === 0) return { clock, fired };
  const warned = fired.flatMap((firing) => (firing.type === 'warning' ? [firing.threshold] : []));
  const isBreached = fired.some((firing) => firing.type === 'breached');
  return {
    clock: {
      ...clock,
      warned: [...clock.warned, ...warned],
      state: isBreached ? 'breached' : 'running',
    },
    fired,
  };
}

/** Minutes of its own kind that a clock has used up by `now`. */
export function consumedMinutes(clock: Clock, now: Instant, calendars: CalendarLookup): number {
  const end = Math.min(now, clock.stoppedAt ?? now);
  if (end <= clock.startedAt) return 0;
  return minutesUsed(clock.startedAt, end, clock.budget, calendars(clock.calendar));
}
