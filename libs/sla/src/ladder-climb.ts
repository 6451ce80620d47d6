import { dueInstant } from './budget.js';
import type { BusinessCalendar } from './business-calendar.js';
import type { Instant } from './calendar-spec.js';
import { quietUntil } from './policy-ladder.js';
import type { Ladder, LadderLevel } from './policy-ladder.js';

const minuteMs = 60_000;

/** A level of a ladder, by its id, and when its people were told, or were to be. */
export interface LadderStep {
  readonly step: string;
  readonly at: Instant;
}

/** How far up its ladder an alert is. */
export interface LadderClimb {
  /** Who was told so far, in order. */
  readonly told: readonly LadderStep[];
  /** Levels that would have told nobody, and when they were passed over for the one above. */
  readonly passed?: readonly LadderStep[];
  /** A level while its quiet hours last; its people are not told yet. */
  readonly held?: LadderStep;
  /** When the clock was due, for an alert about its breach. */
  readonly breachedAt?: Instant;
  /** When it happened, for an alert that a trigger raised. */
  readonly triggeredAt?: Instant;
  /** No level is told before, whenever it was due: reminders were snoozed. */
  readonly notBefore?: Instant;
}

/** A level still to come: when it would be told, and when it will be, quiet hours considered. */
export interface ComingStep {
  readonly level: LadderLevel;
  readonly dueAt: Instant;
  readonly at: Instant;
}

/**
 * The levels above those already told that an unacknowledged alert goes on to, earliest first; of two at
 * one instant the higher one. Levels behind them are not known before these are told.
 * @param severity the quiet hours of a level never count for a critical case
 * @param calendarOf the calendar of the clock that the alert is about, by which levels wait in working time
 * @throws RangeError for such a level without a calendar
 */
export function comingSteps(
  { levels }: Ladder,
  { told, passed = [], held, breachedAt, triggeredAt, notBefore = 0 }: LadderClimb,
  severity: string,
  calendarOf: () => BusinessCalendar = withoutCalendar,
): ComingStep[] {
  const byId = new Map(levels.map((level) => [level.id, level]));
  const behind = [...told, ...passed];
  const reached = held ? [...behind, held] : behind;
  const height = Math.max(0, ...reached.map(({ step }) => byId.get(step)?.level ?? 0));
  const dueAt = (level: LadderLevel): Instant | undefined => {
    if (held?.step === level.id) return held.at;
    if (level.level <= height) return undefined;
    const { breach, trigger, unacknowledged } = level.after;
    if (typeof breach === 'number') return breachedAt && breachedAt + breach * minuteMs;
    if (breach) return breachedAt && dueInstant(breachedAt, breach, calendarOf());
    if (trigger !== undefined) return triggeredAt && triggeredAt + trigger * minuteMs;
    const below = behind.find(({ step }) => byId.get(step)?.next === level.id);
    return unacknowledged && below && below.at + unacknowledged * minuteMs;
  };
  return levels
    .flatMap((level): ComingStep[] => {
      const reachedAt = dueAt(level);
      if (reachedAt === undefined) return [];
      const due = Math.max(reachedAt, notBefore);
      return [{ level, dueAt: due, at: quietUntil(level, due, severity) ?? due }];
    })
    .sort((a, b) => a.at - b.at || b.level.level - a.level.level);
}

function withoutCalendar(): never {
  throw new RangeError('a level that waits in working time needs the calendar of its clock');
}
