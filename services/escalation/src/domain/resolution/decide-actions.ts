import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import { refuseConflicted } from '../conflicts/decide-conflicts.js';
import { overdueAlert } from '../overdue-alert.js';
import type { DecisionContext } from '../decision-context.js';
import type { ResolutionCommand } from './resolution-command.js';
import { isToDo } from './resolution-state.js';
import type { PreventiveAction } from './resolution-state.js';

type Command<T extends ResolutionCommand['type']> = Extract<ResolutionCommand, { type: T }>;

/** A preventive action outlives its case: it is timed and told of after the case has closed, too. */
export function planAction(
  { owner, concerns, dueAt, text, by }: Command<'plan-action'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  refuseOwner(owner, concerns, state);
  const actionId = context.newId();
  const whom = { owner, ...(concerns !== undefined && { concerns }) };
  const base = { caseId: state.id, at: iso(now), by };
  return [caseEvent('actionPlanned', { ...base, actionId, ...whom, dueAt: iso(dueAt), text })];
}

export function completeAction(
  { actionId, note, by }: Command<'complete-action'>,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  const action = requireToDo(actionId, state);
  refuseKept(by, action, state);
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
  const action = requireToDo(actionId, state);
  refuseKept(by, action, state);
  const { owner = action.owner, dueAt = action.dueAt } = to;
  if (owner === action.owner && dueAt === action.dueAt) return [];
  if (owner !== action.owner) refuseOwner(owner, action.concerns, state);
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
  const action = requireToDo(actionId, state);
  refuseKept(by, action, state);
  const { owner } = action;
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
function refuseKept(
  by: string,
  { concerns }: PreventiveAction,
  { conflict }: Pick<OpenedCase, 'conflict'>,
): void {
  const refused = (detail: string) => new CaseRefusal('forbidden', detail);
  if (conflict?.conflicted.includes(by)) {
    throw refused('the case is about you, or about somebody you answer for: others work on it');
  }
  if (concerns === by) throw refused('the action concerns you: somebody else sees to it');
}

/** Who is accused is the object of an action, as who is sent to a training, and sees to none; nor does their line. */
function refuseOwner(owner: string, concerns: string | undefined, state: OpenedCase): void {
  refuseConflicted(state, owner, 'carry the action out');
  if (owner !== concerns) return;
  const detail = `${owner} is who the action concerns: somebody else has to carry the action out`;
  throw new CaseRefusal('illegal-transition', detail);
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
