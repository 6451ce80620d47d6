import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import { refuseConflicted } from '../conflicts/decide-conflicts.js';
import { endsOwnTraining } from '../conflicts/own-training.js';
import { overdueAlert } from '../overdue-alert.js';
import type { DecisionContext } from '../decision-context.js';
import type { ResolutionCommand } from './resolution-command.js';
import { isToDo } from './resolution-state.js';
import type { PreventiveAction } from './resolution-state.js';

type Command<T extends ResolutionCommand['type']> = Extract<ResolutionCommand, { type: T }>;

/** A preventive action outlives its case: it is timed and told of after the case has closed, too. */
export function planAction(
  { owner, dueAt, text, by }: Command<'plan-action'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  refuseOwner(owner, state);
  const actionId = context.newId();
  const base = { caseId: state.id, at: iso(now), by };
  return [caseEvent('actionPlanned', { ...base, actionId, owner, dueAt: iso(dueAt), text })];
}

export function completeAction(
  { actionId, note, by }: Command<'complete-action'>,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  if (!endsOwnTraining(by, actionId, state)) refuseKept(by, state);
  const action = requireToDo(actionId, state);
  const isLate = now > action.dueAt;
  const base = { caseId: state.id, at: iso(now), by };
  return [caseEvent('actionDone', { ...base, actionId, isLate, ...(note && { note }) })];
}

/**
 * Another owner, another due date or both. An action that was late is timed anew from another date on.
 */
export function moveAction(
  { actionId, reason, note, by, ...to }: Command<'move-action'>,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  refuseKept(by, state);
  const action = requireToDo(actionId, state);
  const { owner = action.owner, dueAt = action.dueAt } = to;
  if (owner === action.owner && dueAt === action.dueAt) return [];
  if (owner !== action.owner) refuseOwner(owner, state);
  const base = { caseId: state.id, at: iso(now), by };
  const after = { owner, dueAt: iso(dueAt) };
  const before = { ownerBefore: action.owner, dueBefore: iso(action.dueAt) };
  const why = { reason, ...(note && { note }) };
  return [caseEvent('actionMoved', { ...base, actionId, ...after, ...before, ...why })];
}

export function dropAction(
  { actionId, reason, note, by }: Command<'drop-action'>,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  refuseKept(by, state);
  const { owner } = requireToDo(actionId, state);
  const base = { caseId: state.id, at: iso(now), by };
  return [caseEvent('actionDropped', { ...base, actionId, owner, reason, ...(note && { note }) })];
}

function requireToDo(actionId: string, state: OpenedCase): PreventiveAction {
  const action = state.resolution?.actions?.find(({ id }) => id === actionId);
  if (!action) throw new CaseRefusal('not-found', 'the case has no such action');
  if (isToDo(action)) return action;
  const detail = action.status === 'done' ? 'it is done already' : 'the action was dropped';
  throw new CaseRefusal('illegal-transition', detail);
}

/** 回避: nobody decides on what keeps their own conduct, or that of who they answer for, from coming back. */
function refuseKept(by: string, { conflict }: OpenedCase): void {
  if (!conflict?.conflicted.includes(by)) return;
  const detail = 'the case is about you, or about somebody you answer for: others work on it';
  throw new CaseRefusal('forbidden', detail);
}

/** Who is accused is sent to a training; whoever answers for them can't even see an action of the case, or end it. */
function refuseOwner(owner: string, state: OpenedCase): void {
  if (state.conflict?.accused.includes(owner)) return;
  refuseConflicted(state, owner, 'carry the action out');
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
