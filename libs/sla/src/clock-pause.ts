import type { BusinessCalendar } from './business-calendar.js';
import type { Budget } from './budget.js';
import type { Instant } from './calendar-spec.js';
import type { CalendarLookup, Clock, ClockPause } from './clock-state.js';
import { addCounted, countedBetween, pausedSince } from './clock-measure.js';
import type { PauseReason, PolicyClock } from './policy.js';

/** Regulations and deadlines that came with the complaint go on whatever staff wait for. */
const neverPaused: readonly string[] = ['statutory', 'external'];

export function isPausableKind(kind: string): boolean {
  return !neverPaused.includes(kind);
}

/** For which reasons staff may pause a clock of the policy: those it names, by default every one. */
export function mayPause(
  { kind, pauses }: Pick<PolicyClock, 'kind' | 'pauses'>,
  reason: PauseReason,
): boolean {
  return isPausableKind(kind) && (pauses === undefined || pauses.includes(reason));
}

/**
 * A running clock stands still from `at` on: it has no due events, and its due instant shows what it
 * was. Paused at its very due instant it is not breached. Clocks in another state stay as they are.
 */
export function pauseClock(clock: Clock, at: Instant, reason: PauseReason): Clock {
  if (clock.state !== 'running' || !isPausableKind(clock.kind)) return clock;
  const pauses = [...(clock.pauses ?? []), { from: at, reason }];
  return { ...clock, state: 'paused', pauses };
}

/** A paused clock goes on with what was left; other states stay as they are. */
export function resumeClock(clock: Clock, at: Instant, calendars: CalendarLookup): Clock {
  const from = pausedSince(clock);
  if (from === undefined) return clock;
  const to = Math.max(at, from);
  const dueAt = resumedDue(clock, { from, to }, calendars(clock.calendar));
  return { ...clock, state: 'running', dueAt, pauses: endPause(clock.pauses!, to) };
}

/** Ends the open pause, if there is one. */
export function endPause(pauses: readonly ClockPause[], to: Instant): readonly ClockPause[] {
  const last = pauses.at(-1);
  return last?.to === undefined && last ? [...pauses.slice(0, -1), { ...last, to }] : pauses;
}

/**
 * When a clock is due after a pause: what was left when it began is left when it ends. Never before it
 * was due without the pause; a pause in which nothing counts moves nothing, unless nothing was left:
 * then it is due as it ends. A pause that began after the due instant moves nothing either.
 */
export function resumedDue(
  { dueAt, budget }: { dueAt: Instant; budget: Budget },
  { from, to }: { from: Instant; to: Instant },
  calendar: BusinessCalendar,
): Instant {
  if (from > dueAt || to <= from) return dueAt;
  const left = countedBetween(from, dueAt, budget, calendar);
  const next = left === 0 ? to : addCounted(to, left, budget, calendar);
  const isRolled = budget.unit === 'calendar-days' && budget.roll !== undefined;
  return Math.max(dueAt, isRolled ? calendar.nextWorking(next) : next);
}
