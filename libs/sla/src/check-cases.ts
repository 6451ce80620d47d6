import { z } from 'zod';
import { BusinessCalendar, CalendarError } from './business-calendar.js';
import { calendarProblems } from './calendar-problems.js';
import type { PolicyProblem } from './policy-problem.js';
import { calendarSpec, weekdays } from './calendar-spec.js';
import type { Instant } from './calendar-spec.js';

const instant = z.iso.datetime({ offset: true });
const pauses = z.array(z.object({ from: instant, to: instant })).optional();
const shared = {
  id: z.string(),
  start: instant,
  pauses,
  accept_also: z.array(instant).optional(),
  tolerance_seconds: z.number().nonnegative().optional(),
};
const kinds = {
  due: z.object({
    ...shared,
    duration_minutes: z.number().optional(),
    expected_due: instant.optional(),
  }),
  due_days: z.object({
    ...shared,
    duration_business_days: z.number().int().optional(),
    expected_due: instant.optional(),
  }),
  elapsed: z.object({
    ...shared,
    end: instant.optional(),
    expected_minutes: z.number().optional(),
  }),
};
type SlaCase<Kind extends keyof typeof kinds> = z.infer<(typeof kinds)[Kind]>;
type Pauses = z.infer<typeof pauses>;

const anyCase = z.object({ id: z.string(), kind: z.string(), calendar: z.unknown().optional() });
const caseFile = z.object({
  calendars: z.record(z.string(), z.unknown()).default({}),
  cases: z.array(z.unknown()),
});

/** Compiled calendars kept at a time: a file may bring its own with each of very many cases. */
const mostCalendars = 100;

/** A file of cases that can't be used, with every problem: where, which rule, in words. */
export class SlaCasesError extends Error {
  override readonly name = 'SlaCasesError';
  constructor(readonly problems: readonly PolicyProblem[]) {
    super(problems.map(({ path, rule, message }) => `${path}: ${rule}: ${message}`).join('\n'));
  }
}

export interface SlaCheck {
  agreed: number;
  disagreed: number;
  /** Cases of another kind, and those without a duration or without what to compare with. */
  unsupported: number;
  unsupportedIds: string[];
  differences: { id: string; expected: string; actual: string }[];
}

/** Where working time that ends at a closing instant is due. */
export type Boundary = 'closing' | 'next-opening';

const minuteMs = 60_000;

/**
 * Compares the engine with a file of cases, `{ calendars?, cases }`, given as parsed JSON. A case is of the
 * kind `due` (working minutes, pauses), `due_days` (working days, literally at the same time of day) or
 * `elapsed`; its calendar is inline or the name of one in `calendars`. Fields it does not know are ignored.
 * A case whose calendar has no time left disagrees.
 * @throws SlaCasesError when the file or one of its calendars can't be used
 */
export function checkSlaCases(input: unknown, boundary: Boundary = 'closing'): SlaCheck {
  const file = caseFile.safeParse(input);
  if (!file.success) throw new SlaCasesError(problemsOf(file.error, []));
  const calendarOf = calendarsOf(file.data.calendars);
  const problems: PolicyProblem[] = [];
  const check: SlaCheck = {
    agreed: 0,
    disagreed: 0,
    unsupported: 0,
    unsupportedIds: [],
    differences: [],
  };
  file.data.cases.forEach((entry, index) => {
    try {
      const { id, outcome } = checkCase(entry, index, calendarOf, boundary);
      if (!outcome) check.unsupportedIds.push(id);
      else if (outcome.agrees) check.agreed += 1;
      else check.differences.push({ id, expected: outcome.expected, actual: outcome.actual });
    } catch (error) {
      if (!(error instanceof SlaCasesError)) throw error;
      problems.push(...error.problems);
    }
  });
  if (problems.length > 0) throw new SlaCasesError(problems);
  check.disagreed = check.differences.length;
  check.unsupported = check.unsupportedIds.length;
  return check;
}

interface Outcome {
  agrees: boolean;
  expected: string;
  actual: string;
}

function checkCase(
  entry: unknown,
  index: number,
  calendarOf: (named: unknown, index: number) => BusinessCalendar,
  boundary: Boundary,
): { id: string; outcome: Outcome | undefined } {
  const parse = <T>(schema: z.ZodType<T>): T => {
    const parsed = schema.safeParse(entry);
    if (parsed.success) return parsed.data;
    throw new SlaCasesError(problemsOf(parsed.error, ['cases', index]));
  };
  const { id, kind, calendar } = parse(anyCase);
  if (kind !== 'due' && kind !== 'due_days' && kind !== 'elapsed')
    return { id, outcome: undefined };
  const read = parse<SlaCase<'due'> | SlaCase<'due_days'> | SlaCase<'elapsed'>>(kinds[kind]);
  const found = calendarOf(calendar, index);
  if (kind === 'elapsed') return { id, outcome: compareElapsed(read as SlaCase<'elapsed'>, found) };
  const due = read as SlaCase<'due'> & SlaCase<'due_days'>;
  const days = kind === 'due_days' ? due.duration_business_days : undefined;
  const ms = kind === 'due' ? due.duration_minutes : undefined;
  if (due.expected_due === undefined || (days ?? ms) === undefined)
    return { id, outcome: undefined };
  const start = Date.parse(due.start);
  try {
    let at: Instant;
    if (days !== undefined) at = found.sameTimeAfter(start, days);
    else at = dueAfterPauses(start, (ms ?? 0) * minuteMs, due.pauses, found);
    if (boundary === 'next-opening') at = found.nextWorking(at);
    return { id, outcome: compareDue(due, at) };
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    return { id, outcome: { agrees: false, expected: due.expected_due, actual: error.message } };
  }
}

function compareDue(entry: SlaCase<'due'>, due: Instant): Outcome {
  const toleranceMs = (entry.tolerance_seconds ?? 0) * 1_000;
  const expected = entry.expected_due ?? '';
  const isClose = (text: string) => Math.abs(Date.parse(text) - due) <= toleranceMs;
  return {
    agrees: isClose(expected) || (entry.accept_also?.some(isClose) ?? false),
    expected,
    actual: new Date(due).toISOString(),
  };
}

function compareElapsed(
  entry: SlaCase<'elapsed'>,
  calendar: BusinessCalendar,
): Outcome | undefined {
  if (entry.end === undefined || entry.expected_minutes === undefined) return undefined;
  const [start, end] = [Date.parse(entry.start), Date.parse(entry.end)];
  const actual = elapsedOutsidePauses(start, end, entry.pauses, calendar) / minuteMs;
  return {
    agrees: Math.abs(actual - entry.expected_minutes) * 60 <= (entry.tolerance_seconds ?? 0),
    expected: String(entry.expected_minutes),
    actual: String(actual),
  };
}

/** Compiles the calendar of a case; equal ones are compiled once. */
function calendarsOf(named: Record<string, unknown>) {
  const compiled = new Map<string, BusinessCalendar>();
  return (given: unknown, index: number): BusinessCalendar => {
    const path = `cases.${index}.calendar`;
    const isNamed = typeof given === 'string';
    const input = isNamed ? named[given] : given;
    if (isNamed && !Object.hasOwn(named, given)) {
      const message = `no calendar ${given}`;
      throw new SlaCasesError([{ path, rule: 'known-calendar', message }]);
    }
    const key = JSON.stringify(input);
    let found = compiled.get(key);
    if (!found) {
      if (compiled.size >= mostCalendars) compiled.clear();
      found = compile(input, isNamed ? `calendars.${given}` : path);
      compiled.set(key, found);
    }
    return found;
  };
}

function compile(input: unknown, path: string): BusinessCalendar {
  if (typeof input !== 'object' || input === null) {
    throw new SlaCasesError([{ path, rule: 'invalid_type', message: 'expected a calendar' }]);
  }
  const { tz, hours, holidays, overrides }: Record<string, unknown> = { ...input };
  const closed = Object.fromEntries(weekdays.map((weekday) => [weekday, []]));
  const isOpen = typeof hours === 'object' && hours !== null && !Array.isArray(hours);
  const spec = {
    id: path,
    version: 1,
    tz,
    hours: isOpen ? { ...closed, ...hours } : hours,
    holidays: holidays ?? [],
    overrides: overrides ?? {},
  };
  const problems = calendarProblems(spec, path);
  if (problems.length > 0) throw new SlaCasesError(problems);
  return new BusinessCalendar(spec as z.infer<typeof calendarSpec>);
}

function problemsOf(error: z.ZodError, at: readonly PropertyKey[]): PolicyProblem[] {
  return error.issues.map((issue) => ({
    path: [...at, ...issue.path].join('.') || '(file)',
    rule: issue.code ?? 'custom',
    message: issue.message,
  }));
}

/** Working time does not count while paused: each pause adds what it took away. */
function dueAfterPauses(
  start: Instant,
  ms: number,
  pauses: Pauses,
  calendar: BusinessCalendar,
): Instant {
  let at = start;
  let left = ms;
  for (const [from, to] of inOrder(pauses)) {
    if (to <= at) continue;
    const counted = calendar.workingBetween(at, Math.max(at, from));
    if (counted >= left && left > 0) break;
    left -= counted;
    at = to;
  }
  return calendar.addWorking(at, left);
}

/** Working time between two instants outside every pause; overlapping pauses count once. */
function elapsedOutsidePauses(
  start: Instant,
  end: Instant,
  pauses: Pauses,
  calendar: BusinessCalendar,
): number {
  let worked = 0;
  let at = start;
  for (const [from, to] of inOrder(pauses)) {
    worked += calendar.workingBetween(at, Math.min(end, Math.max(at, from)));
    at = Math.min(end, Math.max(at, to));
  }
  return worked + calendar.workingBetween(at, end);
}

function inOrder(pauses: Pauses = []): (readonly [Instant, Instant])[] {
  return pauses
    .map(({ from, to }) => [Date.parse(from), Date.parse(to)] as const)
    .sort((a, b) => a[0] - b[0]);
}
