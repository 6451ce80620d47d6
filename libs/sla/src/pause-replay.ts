import type { BusinessCalendar } from './business-calendar.js';
import { dueInstant } from './budget.js';
import type { Budget } from './budget.js';
import type { Instant } from './calendar-spec.js';
import type { ClockPause } from './clock-state.js';
import { resumedDue } from './clock-pause.js';

/**
 * The due instant of a budget that ran with pauses: what was left when a pause began is still left when
 * it ends, in the budget's own measure. A pause never brings a due instant forward, and one that began
 * after it changes nothing. While the last pause has no end, what was due before it stays.
 */
export function dueWithPauses(
  start: Instant,
  budget: Budget,
  pauses: readonly ClockPause[],
  calendar: BusinessCalendar,
  externalDueAt?: Instant,
): Instant {
  let due = dueInstant(start, budget, calendar, externalDueAt);
  for (const { from, to } of pauses) {
    if (to === undefined) break;
    due = resumedDue({ dueAt: due, budget }, { from: Math.max(from, start), to }, calendar);
  }
  return due;
}
