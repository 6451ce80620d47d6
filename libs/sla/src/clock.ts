import { dueInstant } from './budget.js';
import type { Budget } from './budget.js';
import type { Instant } from './calendar-spec.js';
import { pausedSince, thresholdInstant } from './clock-measure.js';
import { endPause } from './clock-pause.js';
import { isCounting } from './clock-state.js';
import type { CalendarLookup, Clock, ClockState } from './clock-state.js';

export type {
  CalendarLookup,
  Clock,
  ClockChange,
  ClockPause,
  ClockState,
  ClockTerms,
} from './clock-state.js';

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
 * Stops a clock by what it waited for: met at or before the due instant, otherwise breached. A paused
 * one is met whenever it was paused in time. On a breached clock only `stoppedAt` is noted; other
 * states stay as they are.
 */
export function stopClock(clock: Clock, at: Instant): Clock {
  if (clock.state === 'breached')
    return clock.stoppedAt === undefined ? { ...clock, stoppedAt: at } : clock;
  if (!isCounting(clock)) return clock;
  const counted = Math.min(at, pausedSince(clock) ?? at);
  return ended(clock, counted <= clock.dueAt ? 'met' : 'breached', at);
}

/** Stops a clock without a verdict, because what it timed is no longer asked for. */
export function cancelClock(clock: Clock, at: Instant): Clock {
  return isCounting(clock) ? ended(clock, 'cancelled', at) : clock;
}

/**
 * The verdict that evidence of an instant asks for, where the clock has another one already: evidence
 * may arrive late. The same clock when its verdict stands, or when it has none yet.
 */
export function correctVerdict(clock: Clock, at: Instant): Clock {
  if (clock.state !== 'met' && clock.state !== 'breached') return clock;
  const state = at <= clock.dueAt ? 'met' : 'breached';
  return state === clock.state ? clock : { ...clock, state, stoppedAt: at };
}

function ended(clock: Clock, state: ClockState, at: Instant): Clock {
  const { pauses } = clock;
  const stopped = { ...clock, state, stoppedAt: at };
  const since = pausedSince(clock);
  return pauses && since !== undefined
    ? { ...stopped, pauses: endPause(pauses, Math.max(at, since)) }
    : stopped;
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
      const at = thresholdInstant(clock, threshold, calendars);
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
  return thresholdInstant(clock, threshold, calendars);
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
