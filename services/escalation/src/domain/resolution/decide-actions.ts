import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import { overdueAlert } from '../overdue-alert.js';
import type { DecisionContext } from '../decision-context.js';
import type { ResolutionCommand } from './resolution-command.js';

type Command<T extends ResolutionCommand['type']> = Extract<ResolutionCommand, { type: T }>;

/** A preventive action outlives its case: it is timed and told of after the case has closed, too. */
export function planAction(
  { owner, dueAt, text, by }: Command<'plan-action'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const actionId = context.newId();
  const base = { caseId: state.id, at: iso(now), by };
  return [caseEvent('actionPlanned', { ...base, actionId, owner, dueAt: iso(dueAt), text })];
}

export function completeAction(
  { actionId, note, by }: Command<'complete-action'>,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  const action = state.resolution?.actions?.find(({ id }) => id === actionId);
  if (!action) throw new CaseRefusal('not-found', 'the case has no such action');
  if (action.status === 'done') throw new CaseRefusal('illegal-transition', 'it is done already');
  const isLate = now > action.dueAt;
  const base = { caseId: state.id, at: iso(now), by };
  return [caseEvent('actionDone', { ...base, actionId, isLate, ...(note && { note }) })];
}

/** Every action that fell due by `now`, each with an alert unless the case is imported. */
export function overdueActions(
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const due = state.resolution?.actions?.filter(
    ({ status, dueAt }) => status === 'open' && dueAt < now,
  );
  return (due ?? []).flatMap(({ id, owner, dueAt }): CaseEvent[] => {
    const at = iso(dueAt);
    const overdue = caseEvent('actionOverdue', { caseId: state.id, at, actionId: id, owner });
    if (state.imported) return [overdue];
    return [overdue, overdueAlert(state, { at, audience: 'supervisor', owner }, context)];
  });
}
