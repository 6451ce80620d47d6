import { z } from 'zod';
import type { BusinessCalendar } from './business-calendar.js';
import type { Instant } from './calendar-spec.js';

/**
 * What a clock may use up, in the unit of the promise or the regulation. `external` is a due instant
 * that came with the complaint.
 */
export const budget = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('working-minutes'), minutes: z.number().positive() }),
  z.strictObject({
    unit: z.literal('working-days'),
    days: z.number().int().positive(),
    at: z.enum(['same-time', 'end-of-day']),
  }),
  z.strictObject({
    unit: z.literal('calendar-days'),
    days: z.number().int().positive(),
    roll: z.literal('next-working').optional(),
  }),
  z.strictObject({ unit: z.literal('elapsed-minutes'), minutes: z.number().positive() }),
  z.strictObject({ unit: z.literal('external') }),
]);
export type Budget = z.infer<typeof budget>;

const minuteMs = 60_000;

/**
 * The due instant of a budget that starts to run at `start`.
 *
 * A start outside working time counts from the next opening. Working time that ends at a closing
 * instant is due there, not at the next opening.
 * @param externalDueAt the due instant of an `external` budget
 * @throws CalendarError when the calendar runs out of working time; RangeError without `externalDueAt`
 */
export function dueInstant(
  start: Instant,
  budget: Budget,
  calendar: BusinessCalendar,
  externalDueAt?: Instant,
): Instant {
  switch (budget.unit) {
    case 'working-minutes':
      return calendar.addWorking(start, budget.minutes * minuteMs);
    case 'elapsed-minutes':
      return start + budget.minutes * minuteMs;
    case 'working-days': {
      const day = calendar.workingDayAfter(start, budget.days);
      const closing = calendar.closingOf(day);
      if (budget.at === 'end-of-day') return closing;
      // Where there are business hours, a period ends when they do: 民法典 (2020), article 203.
      return Math.min(calendar.sameTimeAfter(start, budget.days), closing);
    }
    case 'calendar-days': {
      const due = calendar.plusDays(start, budget.days);
      return budget.roll ? calendar.nextWorking(due) : due;
    }
    case 'external':
      if (externalDueAt === undefined)
        throw new RangeError('an external budget needs its due instant');
      return externalDueAt;
  }
}

/**
 * The instant at which a share (0..1) of the time up to `dueAt` is used up: of the working time where
 * the budget counts working time, of the plain span otherwise.
 */
export function shareInstant(
  start: Instant,
  dueAt: Instant,
  share: number,
  budget: Budget,
  calendar: BusinessCalendar,
): Instant {
  if (dueAt <= start) return dueAt;
  if (budget.unit === 'working-minutes' || budget.unit === 'working-days') {
    const whole = calendar.workingBetween(start, dueAt);
    if (whole > 0) return calendar.addWorking(start, Math.max(1, Math.round(whole * share)));
  }
  return start + Math.round((dueAt - start) * share);
}

/** Minutes of a budget's own kind between two instants: working minutes where it counts those, else plain ones. */
export function minutesUsed(
  start: Instant,
  end: Instant,
  budget: Budget,
  calendar: BusinessCalendar,
): number {
  const counted =
    budget.unit === 'working-minutes' || budget.unit === 'working-days'
      ? calendar.workingBetween(start, end)
      : Math.max(0, end - start);
  return counted / minuteMs;
}
