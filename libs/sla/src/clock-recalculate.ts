import type { BusinessCalendar } from './business-calendar.js';
import { dueInstant } from './budget.js';
import type { Budget } from './budget.js';
import type { Instant } from './calendar-spec.js';
import type { CalendarLookup, Clock, ClockChange, ClockPause, ClockTerms } from './clock-state.js';
import { isCounting } from './clock-state.js';
import { thresholdInstant } from './clock-measure.js';
import { resumedDue } from './clock-pause.js';

/** Whose promise a clock is. */
export interface ClockOrigin {
  readonly policyVersion: number;
  readonly rule: string;
}

/** What a clock is to run under from now on, and why. */
export interface NewTerms extends ClockOrigin {
  readonly cause: Exclude<ClockChange['cause'], 'extension'>;
  readonly budget: Budget;
  /** `id@version` of the calendar. */
  readonly calendar: string;
  readonly thresholds: readonly number[];
  /** What it ran under so far. */
  readonly before: ClockOrigin;
}

/**
 * A clock under other terms, as if it had had them from its start: every extension added, every pause
 * replayed, and paused still when it was. One revision further; a threshold is reported again only
 * where its instant lies after the change. A new due instant in the past breaches at the next tick,
 * with the due instant as the verdict's time. Clocks that have ended stay as they are.
 * @param calendars finds the calendar of the new terms
 */
export function recalculate(
  clock: Clock,
  terms: NewTerms,
  at: Instant,
  calendars: CalendarLookup,
): Clock {
  if (!isCounting(clock)) return clock;
  const { cause, budget, calendar, thresholds, policyVersion, rule, before } = terms;
  const { startedAt, extensions = [], pauses = [] } = clock;
  const found = calendars(calendar);
  const base = dueInstant(startedAt, budget, found, externalDueAt(clock));
  const extended = extensions.reduce((due, by) => extendedDue(due, by, found), base);
  const dueAt = replayPauses(extended, budget, pauses, found);
  const next = { ...clock, budget, calendar, thresholds, dueAt, policyVersion, rule };
  return revised(clock, next, { at, cause, before, after: { policyVersion, rule } }, calendars);
}

/**
 * 延期: an approved extension adds to the due instant, in its own unit. One revision further, as every
 * change; a paused clock is longer by it when it goes on. Clocks that have ended stay as they are.
 */
export function extendClock(
  clock: Clock,
  by: Budget,
  origin: ClockOrigin,
  at: Instant,
  calendars: CalendarLookup,
): Clock {
  if (!isCounting(clock)) return clock;
  const dueAt = extendedDue(clock.dueAt, by, calendars(clock.calendar));
  const next = { ...clock, dueAt, extensions: [...(clock.extensions ?? []), by] };
  return revised(clock, next, { at, cause: 'extension', before: origin, after: origin }, calendars);
}

/**
 * A due instant with an extension added. A closing instant belongs to the day that ends with it: three
 * working days after Friday's closing is Wednesday, not Thursday.
 */
export function extendedDue(dueAt: Instant, by: Budget, calendar: BusinessCalendar): Instant {
  const isClosing =
    calendar.workingBetween(dueAt - 1, dueAt) > 0 &&
    calendar.workingBetween(dueAt, dueAt + 1) === 0;
  if (by.unit !== 'working-days' || !isClosing) return dueInstant(dueAt, by, calendar, dueAt);
  const due = dueInstant(dueAt - 1, by, calendar);
  return calendar.workingBetween(due, due + 1) > 0 ? due + 1 : due;
}

/** The due instant that came with the complaint, before anything was changed. */
const externalDueAt = ({ changes, dueAt }: Clock) => changes?.[0]?.before.dueAt ?? dueAt;

/** While the last pause has no end, what was due before it stays. */
function replayPauses(
  dueAt: Instant,
  budget: Budget,
  pauses: readonly ClockPause[],
  calendar: BusinessCalendar,
): Instant {
  return pauses.reduce(
    (due, { from, to }) =>
      to === undefined ? due : resumedDue({ dueAt: due, budget }, { from, to }, calendar),
    dueAt,
  );
}

/** One revision further, with the change on record and what need not be reported again. */
function revised(
  clock: Clock,
  next: Clock,
  change: Pick<ClockChange, 'at' | 'cause'> & { before: ClockOrigin; after: ClockOrigin },
  calendars: CalendarLookup,
): Clock {
  const { at, cause, before, after } = change;
  const changes: ClockChange[] = [
    ...(clock.changes ?? []),
    {
      at,
      cause,
      before: termsOf(clock, before),
      after: termsOf(next, after),
      ...(clock.warned.length > 0 && { warned: clock.warned }),
    },
  ];
  const reported = new Set([...clock.warned, ...changes.flatMap(({ warned = [] }) => warned)]);
  const warned = next.thresholds.filter(
    (threshold) => reported.has(threshold) && thresholdInstant(next, threshold, calendars) <= at,
  );
  return { ...next, warned, revision: clock.revision + 1, changes };
}

function termsOf(clock: Clock, { policyVersion, rule }: ClockOrigin): ClockTerms {
  const { budget, extensions = [], calendar, dueAt } = clock;
  return { budget, extensions, calendar, policyVersion, rule, dueAt };
}
