import { z } from 'zod';
import { budget } from './budget.js';
import type { Budget } from './budget.js';
import type { Instant } from './calendar-spec.js';
import { minutesOf } from './calendar-spec.js';
import { code } from './policy-match.js';
import { fieldsOf, fittingFields, itemsOf, misfits, repeated, within } from './policy-problem.js';
import type { PolicyProblem } from './policy-problem.js';
import { dateIn, dayMs, isZone, zoneOf } from './zone.js';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM');
const minutes = z.number().int().max(100_000);

/** Hours in which a level is not told, every day; an end before its start is on the next morning. */
const quietHours = z.strictObject({ tz: z.string().min(1), from: timeOfDay, to: timeOfDay });

/** How long after the due instant, as budgets are written; it counts by the calendar of the clock. */
const delay = budget.refine(
  (given) =>
    given.unit !== 'external' && ('days' in given ? given.days <= 366 : given.minutes <= 100_000),
  {
    error: 'a level waits for 366 days or 100 000 minutes at the longest, and for no external date',
  },
);

/** When a level is told: exactly one of the four. */
const after = z
  .strictObject({
    /** A share of the budget, as in the clock's `warnings`. */
    threshold: z.number().gt(0).lt(1).optional(),
    /** Minutes after the due instant, or a budget that starts there. */
    breach: z.union([minutes.min(0), delay]).optional(),
    /** Minutes for which nobody acknowledged the level before. */
    unacknowledged: minutes.min(1).optional(),
    /** Minutes after what a trigger of the policy waits for happened. */
    trigger: minutes.min(0).optional(),
  })
  .refine((given) => Object.values(given).filter((value) => value !== undefined).length === 1, {
    error: 'give exactly one of threshold, breach, unacknowledged, trigger',
  });

/** One step of a ladder; the alert climbs to `next` while nobody acknowledges it. */
export const ladderLevel = z.strictObject({
  id: z.string().min(1),
  level: z.number().int().min(1).max(9),
  audience: z.enum(['agent', 'supervisor', 'manager', 'admin']),
  /** Whose turn it is of this roster is called by name, besides what the audience sees. */
  roster: z.string().min(1).optional(),
  /** Of the audience those of this unit and of the units beneath it; absent: all who see the case. */
  unit: code.optional(),
  /** Agents who are told by name, whatever their role. */
  people: z.array(code).min(1).max(50).optional(),
  after,
  next: z.string().min(1).optional(),
  /** Never for critical cases. */
  quiet: quietHours.optional(),
  /** The regulation or promise behind it. */
  source: z.string().optional(),
});
export type LadderLevel = z.infer<typeof ladderLevel>;

/** Who is told of a clock, and when: named by clocks. */
export const ladder = z.strictObject({
  id: z.string().min(1),
  levels: z.array(ladderLevel).min(1),
});
export type Ladder = z.infer<typeof ladder>;

/**
 * The level that a warning at `threshold`, a breach, or what a trigger waits for, is told to: the highest
 * one reached by then. Undefined where the ladder has none for it.
 * @param minutesLate how long ago it happened when it could be told
 * @param isOver whether a budget that started at the due instant is used up then
 */
export function levelAt(
  { levels }: Ladder,
  firing: { threshold: number } | 'breach' | 'trigger',
  minutesLate = 0,
  isOver: (delay: Budget) => boolean = () => false,
): LadderLevel | undefined {
  const isPast = (breach: number | Budget) =>
    typeof breach === 'number' ? breach <= minutesLate : isOver(breach);
  const reached = levels.filter(({ after: { threshold, breach, trigger } }) => {
    if (firing === 'trigger') return trigger !== undefined && trigger <= minutesLate;
    return firing === 'breach'
      ? threshold !== undefined || (breach !== undefined && isPast(breach))
      : threshold !== undefined && threshold <= firing.threshold;
  });
  return reached.reduce<LadderLevel | undefined>(
    (highest, level) => (highest && highest.level >= level.level ? highest : level),
    undefined,
  );
}

/** Until when a level stays undisturbed at an instant; undefined when it may be told now. */
export function quietUntil(
  { quiet }: LadderLevel,
  at: Instant,
  severity: string,
): Instant | undefined {
  if (!quiet || severity === 'critical') return undefined;
  const { day, wallMs } = dateIn(quiet.tz, at);
  const from = minutesOf(quiet.from);
  const to = minutesOf(quiet.to);
  const now = wallMs / 60_000;
  const isQuiet = from < to ? now >= from && now < to : now >= from || now < to;
  if (!isQuiet) return undefined;
  return zoneOf(quiet.tz).instantOf((now < to ? day : day + 1) * dayMs + to * 60_000);
}

/** Every problem of the ladders of a policy. */
export function ladderProblems(ladders: readonly unknown[]): PolicyProblem[] {
  const ids = ladders.map((one) => fittingFields(ladder, { ...fieldsOf(one) }).id);
  return [
    ...repeated(ids, (index) => within('ladders', index, 'id'), 'ladders'),
    ...ladders.flatMap((one, index) => problemsOf(one, within('ladders', index))),
  ];
}

function problemsOf(one: unknown, path: string): PolicyProblem[] {
  const levels = itemsOf(fieldsOf(one)['levels']).map((level) => fittingFields(ladderLevel, level));
  const pathOf = (index: number, field: string) => within(path, 'levels', index, field);
  const indexOf = (id: string) => levels.findIndex((level) => level.id === id);
  const problems = [
    ...misfits(ladder, one, path),
    ...repeated(
      levels.map(({ id }) => id),
      (index) => pathOf(index, 'id'),
      'levels',
    ),
  ];
  levels.forEach(({ id, level, next, quiet }, index) => {
    if (quiet && !isZone(quiet.tz)) {
      const message = `unknown time zone ${quiet.tz}`;
      problems.push({ path: pathOf(index, 'quiet.tz'), rule: 'unknown-zone', message });
    }
    if (quiet && quiet.from === quiet.to) {
      const message = 'quiet hours end at another time than they begin';
      problems.push({ path: pathOf(index, 'quiet'), rule: 'quiet-hours', message });
    }
    if (next === undefined) return;
    const following = levels[indexOf(next)];
    if (!following) {
      const message = `the ladder has no level ${next}`;
      problems.push({ path: pathOf(index, 'next'), rule: 'known-level', message });
    } else if (isCircular(levels, id)) {
      const message = `the ladder comes back to ${id}`;
      problems.push({ path: pathOf(index, 'next'), rule: 'circular-ladder', message });
    } else if (level !== undefined && following.level !== undefined && following.level <= level) {
      const message = `${next} is not above ${id}`;
      problems.push({ path: pathOf(index, 'next'), rule: 'rising-level', message });
    }
  });
  return problems;
}

/** Whether the steps from `start` on lead back to it. */
function isCircular(levels: readonly Partial<LadderLevel>[], start: string | undefined): boolean {
  if (start === undefined) return false;
  let current: string | undefined = start;
  for (let steps = 0; steps < levels.length; steps += 1) {
    const at: string | undefined = current;
    current = levels.find(({ id }) => id === at)?.next;
    if (current === undefined) return false;
    if (current === start) return true;
  }
  return false;
}
