import type { BusinessCalendar } from './business-calendar.js';
import { shareInstant } from './budget.js';
import type { Budget } from './budget.js';
import type { Instant } from './calendar-spec.js';
import type { CalendarLookup, Clock } from './clock-state.js';

/*
 * A clock counts in its budget's own measure: working milliseconds on its calendar for working-minutes
 * and working-days, plain ones for calendar-days, elapsed-minutes and external.
 */

const countsWorking = ({ unit }: Budget) => unit === 'working-minutes' || unit === 'working-days';

/** Milliseconds of a budget's own measure between two instants; 0 when `to` is not after `from`. */
export function countedBetween(
  from: Instant,
  to: Instant,
  budget: Budget,
  calendar: BusinessCalendar,
): number {
  if (to <= from) return 0;
  return countsWorking(budget) ? calendar.workingBetween(from, to) : to - from;
}

/** The instant at which `ms` of a budget's own measure from `start` are used up. */
export function addCounted(
  start: Instant,
  ms: number,
  budget: Budget,
  calendar: BusinessCalendar,
): Instant {
  return countsWorking(budget) ? calendar.addWorking(start, ms) : start + ms;
}

/** Since when a paused clock stands still; undefined when it does not. */
export function pausedSince({ state, pauses }: Clock): Instant | undefined {
  return state === 'paused' ? pauses?.at(-1)?.from : undefined;
}

/** Milliseconds a clock has counted up to an instant: what lies in its pauses does not count. */
function countedUntil(clock: Clock, until: Instant, calendars: CalendarLookup): number {
  const { startedAt, budget, pauses = [] } = clock;
  const calendar = calendars(clock.calendar);
  const paused = pauses.reduce(
    (sum, { from, to = until }) =>
      sum + countedBetween(from, Math.min(to, until), budget, calendar),
    0,
  );
  return countedBetween(startedAt, until, budget, calendar) - paused;
}

/** How far a clock has come, in milliseconds of its budget's own measure. */
export interface ClockStanding {
  /** Up to the due instant: consumed and remaining are this much together until it is passed. */
  readonly budgetMs: number;
  readonly consumedMs: number;
  /** 0 once the due instant is passed. */
  readonly remainingMs: number;
  /** From when on it has been counting without a break; absent unless it runs. */
  readonly runningSince?: Instant;
}

/** Where a clock stands at `now`; a stopped one where it stopped. */
export function clockStanding(
  clock: Clock,
  now: Instant,
  calendars: CalendarLookup,
): ClockStanding {
  const { startedAt, dueAt, budget, state, pauses } = clock;
  const at = Math.min(now, clock.stoppedAt ?? now, pausedSince(clock) ?? now);
  const remainingMs = countedBetween(
    Math.max(at, startedAt),
    dueAt,
    budget,
    calendars(clock.calendar),
  );
  const standing = {
    budgetMs: budgetOf(clock, calendars),
    consumedMs: countedUntil(clock, at, calendars),
    remainingMs,
  };
  return state === 'running'
    ? { ...standing, runningSince: pauses?.at(-1)?.to ?? startedAt }
    : standing;
}

/** Minutes of its own kind that a clock has used up by `now`. */
export function consumedMinutes(clock: Clock, now: Instant, calendars: CalendarLookup): number {
  const end = Math.min(now, clock.stoppedAt ?? now);
  return end <= clock.startedAt ? 0 : countedUntil(clock, end, calendars) / 60_000;
}

/**
 * The instant at which a share (0..1) of a clock's budget is used up, its pauses left out; Infinity
 * while it is paused before that.
 */
export function thresholdInstant(clock: Clock, share: number, calendars: CalendarLookup): Instant {
  const { startedAt, dueAt, budget, pauses } = clock;
  const calendar = calendars(clock.calendar);
  // Nearly every clock: this runs for each of them when its case opens.
  if (!pauses) return shareInstant(startedAt, dueAt, share, budget, calendar);
  const whole = budgetOf(clock, calendars);
  if (whole <= 0) return dueAt;
  let left = Math.max(1, Math.round(whole * share));
  let start = startedAt;
  for (const { from, to = Infinity } of pauses) {
    const counted = countedBetween(start, from, budget, calendar);
    if (left <= counted) break;
    if (to === Infinity) return Infinity;
    left -= counted;
    start = to;
  }
  return addCounted(start, left, budget, calendar);
}

/** The whole budget in its own measure: an open pause has not moved the due instant yet. */
function budgetOf(clock: Clock, calendars: CalendarLookup): number {
  const { pauses, dueAt } = clock;
  const ended = pauses?.filter(({ to }) => to !== undefined);
  return countedUntil({ ...clock, pauses: ended }, dueAt, calendars);
}
