import { dueInstant } from './budget.js';
import type { Budget } from './budget.js';
import type { BusinessCalendar } from './business-calendar.js';
import type { Instant } from './calendar-spec.js';
import type { CalendarLookup, Clock, ClockState } from './clock.js';
import { daysOf } from './explain-days.js';
import type { CalendarDays } from './explain-days.js';
import { buildLedger } from './explain-ledger.js';
import type { LedgerInput, LedgerSegment } from './explain-ledger.js';

/** Under which terms a clock runs, and as of when it is explained. */
export interface ExplainedTerms {
  rule: string;
  policyVersion: number;
  /** A pause without an end is told up to here. */
  now: Instant;
}

/**
 * Why a clock is due when it is. The segments leave no gap from the start to `until`, and what they
 * count adds up to `countedMs` to the millisecond: to the whole budget where they end at the due
 * instant, else to what was used by then.
 */
export interface ClockExplanation {
  readonly clock: Clock;
  readonly rule: string;
  readonly policyVersion: number;
  readonly calendar: string;
  readonly tz: string;
  readonly state: ClockState;
  /** The due instant; the stop, where it stopped; now, while it is paused. */
  readonly until: Instant;
  /** The budget with its extensions, in the clock's own measure. */
  readonly budgetMs: number;
  readonly countedMs: number;
  /** What a pause kept from counting. */
  readonly pausedMs: number;
  readonly segments: readonly LedgerSegment[];
  /** The dates of its calendar, for whoever puts it into words. */
  readonly days: CalendarDays;
}

/** Whether a budget counts working time; the others count every millisecond. */
export function countsWorkingTime({ unit }: Budget): boolean {
  return unit === 'working-minutes' || unit === 'working-days';
}

/** @throws when the clock's calendar is unknown */
export function explainClock(
  clock: Clock,
  calendars: CalendarLookup,
  { rule, policyVersion, now }: ExplainedTerms,
): ClockExplanation {
  const calendar = calendars(clock.calendar);
  const days = daysOf(calendar);
  const { startedAt, pauses = [] } = clock;
  const isWorking = countsWorkingTime(clock.budget);
  const until = Math.max(startedAt, endOf(clock, now));
  const promised = promisedMs(clock, calendar);
  const input = {
    from: startedAt,
    to: until,
    isWorking,
    pauses,
    points: pointsOf(clock, until),
    ...(isRolled(clock) &&
      promised !== undefined && { roll: { atMostMs: promised, until: clock.dueAt } }),
  };
  const segments = buildLedger(input, days);
  let countedMs = 0;
  let pausedMs = 0;
  for (const segment of segments) {
    countedMs += segment.countedMs;
    pausedMs += segment.params.insideMs ?? 0;
  }
  return {
    clock,
    rule,
    policyVersion,
    calendar: clock.calendar,
    tz: calendar.spec.tz,
    state: clock.state,
    until,
    // A due instant that came with the complaint is its own budget.
    budgetMs: promised ?? countedMs,
    countedMs,
    pausedMs,
    segments,
    days,
  };
}

function endOf({ state, stoppedAt, dueAt }: Clock, now: Instant): Instant {
  if (stoppedAt !== undefined) return stoppedAt;
  return state === 'paused' ? now : dueAt;
}

/** Changes in their order, and the due instant where the ledger goes on behind it. */
function pointsOf({ changes = [], dueAt, state }: Clock, until: Instant): LedgerInput['points'] {
  const points: { at: Instant; type: 'extension' | 'recalculation' | 'due' }[] = changes.map(
    (change) => ({
      at: change.at,
      type: change.cause === 'extension' ? 'extension' : 'recalculation',
      change,
    }),
  );
  if (dueAt < until && state !== 'paused') points.push({ at: dueAt, type: 'due' });
  return points.sort((a, b) => a.at - b.at);
}

/** Whether its due instant waits for the next opening after the budget is used up. */
function isRolled({ budget }: Clock): boolean {
  return budget.unit === 'calendar-days' && budget.roll !== undefined;
}

/** The budget and its extensions in the clock's measure, as if it were never paused; none of an external one. */
function promisedMs(clock: Clock, calendar: BusinessCalendar): number | undefined {
  const { startedAt, budget, extensions = [] } = clock;
  if (budget.unit === 'external') return undefined;
  let at = dueInstant(startedAt, unrolled(budget), calendar);
  for (const extension of extensions) at = dueInstant(at, unrolled(extension), calendar);
  return countsWorkingTime(budget) ? calendar.workingBetween(startedAt, at) : at - startedAt;
}

function unrolled(budget: Budget): Budget {
  return budget.unit === 'calendar-days' ? { unit: budget.unit, days: budget.days } : budget;
}
