import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import { isWorking } from '../case-state.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import type { DecisionContext } from '../decision-context.js';
import { evolve } from '../evolve.js';
import { alertOf } from '../ladder/ladder-alerts.js';
import type { ReminderCommand } from './reminder-command.js';
import { snoozeEnd } from './snooze-state.js';

const refused = (detail: string) => new CaseRefusal('illegal-transition', detail);

/** Long enough for an appointment; what lies longer is paused or extended, where its clocks say so. */
export const longestSnoozeMs = 7 * 24 * 3_600_000;

export function decideReminders(
  command: ReminderCommand,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  if (command.type === 'resume-reminders') {
    if (!state.snooze) throw refused('nobody snoozed the reminders of the case');
    const ended = { caseId: state.id, at: iso(now), cause: 'ended' as const, by: command.by };
    const resumed = caseEvent('remindersResumed', ended);
    return [resumed, ...keptAlerts(state, evolve(state, resumed) as OpenedCase, now, context)];
  }
  if (!isWorking(state)) throw refused(`the case is ${state.status}: it reminds nobody`);
  if (state.imported) throw refused('the case is history: it reminds nobody');
  if (state.priority === 'critical') throw refused('reminders of a critical case go on');
  const { until, reason, note, by } = command;
  if (until <= now) throw refused('the reminders would go on at once');
  if (until - now > longestSnoozeMs)
    throw refused('reminders stand still for 7 days at the longest');
  const facts = { caseId: state.id, at: iso(now), until: iso(until), reason };
  return [caseEvent('remindersSnoozed', { ...facts, ...(note && { note }), by })];
}

/** The end of a snooze that is due by `now`: at its instant, or because the case is critical. */
export function dueWake(state: OpenedCase, now: number): CaseEvent[] {
  const end = snoozeEnd(state);
  if (end === undefined || end > now) return [];
  const isCritical = state.priority === 'critical';
  const why = {
    at: iso(isCritical ? now : end),
    cause: isCritical ? 'critical' : 'expired',
  } as const;
  return [caseEvent('remindersResumed', { caseId: state.id, ...why })];
}

/**
 * What was kept until reminders went on. A warning whose clock has stopped, stands still or is past due
 * meanwhile is told to nobody.
 * @param state the case after all that is decided with it
 */
export function keptAlerts(
  { snooze }: OpenedCase,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const at = snooze && state.priority !== 'critical' ? Math.min(snooze.until, now) : now;
  return (snooze?.kept ?? []).flatMap(({ clockId, threshold }) => {
    const clock = state.clocks.find((one) => one.clockId === clockId);
    if (clock?.state !== 'running') return [];
    const firing = { type: 'warning' as const, threshold, at };
    return alertOf(state, { clock, firing, instant: at }, now, context) ?? [];
  });
}
