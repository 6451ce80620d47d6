import type { BusinessCalendar } from './business-calendar.js';
import { dueInstant } from './budget.js';
import type { Budget } from './budget.js';
import type { Instant } from './calendar-spec.js';
import type { ClockPause } from './clock.js';
import { countsWorkingTime } from './explain.js';

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
  const isWorking = countsWorkingTime(budget);
  const isRolled = budget.unit === 'calendar-days' && budget.roll !== undefined;
  for (const { from, to } of pauses) {
    if (to === undefined || from >= due) break;
    const begin = Math.max(from, start);
    if (to <= begin) continue;
    const left = isWorking ? calendar.workingBetween(begin, due) : due - begin;
    // Nothing left to work before an opening instant at which it is due.
    if (left === 0) continue;
    const next = isWorking ? calendar.addWorking(to, left) : to + left;
    due = Math.max(due, isRolled ? calendar.nextWorking(next) : next);
  }
  return due;
}
