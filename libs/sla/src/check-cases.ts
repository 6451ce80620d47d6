import { z } from 'zod';
import { BusinessCalendar } from './business-calendar.js';
import { calendarSpec, weekdays } from './calendar-spec.js';
import type { CalendarSpec, Instant } from './calendar-spec.js';
import { dueInstant } from './budget.js';

const windows = z.array(z.tuple([z.string(), z.string()]));
const calendar = z.object({
  tz: z.string(),
  hours: z.partialRecord(z.enum(weekdays), windows),
  holidays: z.array(z.string()).default([]),
  overrides: z.record(z.string(), windows).default({}),
});
const instant = z.iso.datetime({ offset: true });
const slaCase = z.object({
  id: z.string(),
  kind: z.string(),
  calendar: z.union([calendar, z.string()]),
  start: instant,
  end: instant.optional(),
  duration_minutes: z.number().optional(),
  duration_business_days: z.number().int().optional(),
  pauses: z.array(z.object({ from: instant, to: instant })).default([]),
  expected_due: instant.optional(),
  expected_minutes: z.number().optional(),
  accept_also: z.array(instant).default([]),
  tolerance_seconds: z.number().default(0),
});
type SlaCase = z.infer<typeof slaCase>;

/** A file of business-calendar cases: inputs, and what they are expected to give. */
export const slaCaseFile = z.object({
  calendars: z.record(z.string(), calendar).default({}),
  cases: z.array(slaCase),
});
export type SlaCaseFile = z.infer<typeof slaCaseFile>;

export interface SlaCheck {
  agreed: number;
  disagreed: number;
  unsupported: number;
  differences: { id: string; expected: string; actual: string }[];
}

const minuteMs = 60_000;

/**
 * Compares the engine with a file of cases. `boundary` says what working time that ends at a closing
 * instant means: due at that closing, or at the next opening.
 * @throws CalendarError when a calendar of the file can't be used
 */
export function checkSlaCases(
  file: SlaCaseFile,
  boundary: 'closing' | 'next-opening' = 'closing',
): SlaCheck {
  const compiled = new Map<string, BusinessCalendar>();
  const calendarOf = ({ calendar: named }: SlaCase) => {
    const spec = typeof named === 'string' ? file.calendars[named] : named;
    if (!spec) return undefined;
    const key = JSON.stringify(spec);
    let found = compiled.get(key);
    if (!found) compiled.set(key, (found = new BusinessCalendar(toSpec(spec))));
    return found;
  };
  const check: SlaCheck = { agreed: 0, disagreed: 0, unsupported: 0, differences: [] };
  for (const entry of file.cases) {
    const found = calendarOf(entry);
    const outcome = found && compare(entry, found, boundary);
    if (!outcome) check.unsupported += 1;
    else if (outcome.agrees) check.agreed += 1;
    else {
      check.disagreed += 1;
      check.differences.push({ id: entry.id, expected: outcome.expected, actual: outcome.actual });
    }
  }
  return check;
}

function compare(entry: SlaCase, found: BusinessCalendar, boundary: 'closing' | 'next-opening') {
  const start = Date.parse(entry.start);
  if (entry.kind === 'elapsed' && entry.end && entry.expected_minutes !== undefined) {
    const actual =
      elapsedOutsidePauses(start, Date.parse(entry.end), entry.pauses, found) / minuteMs;
    const agrees = Math.abs(actual - entry.expected_minutes) * 60 <= entry.tolerance_seconds;
    return { agrees, expected: String(entry.expected_minutes), actual: String(actual) };
  }
  if (entry.expected_due === undefined) return undefined;
  let due: Instant;
  if (entry.kind === 'due' && entry.duration_minutes !== undefined) {
    due = dueAfterPauses(start, entry.duration_minutes * minuteMs, entry.pauses, found);
  } else if (entry.kind === 'due_days' && entry.duration_business_days !== undefined) {
    const days = entry.duration_business_days;
    due = dueInstant(start, { unit: 'working-days', days, at: 'same-time' }, found);
  } else return undefined;
  if (boundary === 'next-opening') due = found.nextWorking(due);
  const accepted = [entry.expected_due, ...entry.accept_also].map((text) => Date.parse(text));
  const agrees = accepted.some((at) => Math.abs(at - due) <= entry.tolerance_seconds * 1000);
  return { agrees, expected: entry.expected_due, actual: new Date(due).toISOString() };
}

/** Working time does not count while paused: each pause adds what it took away. */
function dueAfterPauses(
  start: Instant,
  ms: number,
  pauses: SlaCase['pauses'],
  found: BusinessCalendar,
): Instant {
  let at = start;
  let left = ms;
  for (const [from, to] of inOrder(pauses)) {
    if (to <= at) continue;
    const counted = found.workingBetween(at, Math.max(at, from));
    if (counted >= left && left > 0) break;
    left -= counted;
    at = to;
  }
  return found.addWorking(at, left);
}

/** Working time between two instants outside every pause; overlapping pauses count once. */
function elapsedOutsidePauses(
  start: Instant,
  end: Instant,
  pauses: SlaCase['pauses'],
  found: BusinessCalendar,
): number {
  let worked = 0;
  let at = start;
  for (const [from, to] of inOrder(pauses)) {
    worked += found.workingBetween(at, Math.min(end, Math.max(at, from)));
    at = Math.min(end, Math.max(at, to));
  }
  return worked + found.workingBetween(at, end);
}

function inOrder(pauses: SlaCase['pauses']): (readonly [Instant, Instant])[] {
  return pauses
    .map(({ from, to }) => [Date.parse(from), Date.parse(to)] as const)
    .sort((a, b) => a[0] - b[0]);
}

function toSpec(input: z.infer<typeof calendar>): CalendarSpec {
  const hours = Object.fromEntries(weekdays.map((day) => [day, input.hours[day] ?? []]));
  return calendarSpec.parse({ ...input, hours, id: 'checked', version: 1 });
}
