import { decideAttachments } from './attachments/decide-attachments.js';
import type { CaseCommand } from './case-command.js';
import { CaseRefusal } from './case-command.js';
import { caseEvent } from './case-event.js';
import type { CaseEvent } from './case-event.js';
import type { CaseState, OpenedCase } from './case-state.js';
import { approveExtension, refuseExtension, requestExtension } from './decide-extensions.js';
import { decidePause, decideResume } from './decide-pauses.js';
import { addEvidence, completeStages, decideResolve } from './evidence/decide-evidence.js';
import { decideFeedback, decideHistory } from './decide-outside.js';
import { decideClose, decideReopen, decideStage, recordContact } from './decide-stages.js';
import { decidePolicy, decideTerms } from './decide-terms.js';
import { amendCodes } from './codes/amend-codes.js';
import { decideTriage, flagWording } from './triage/decide-triage.js';
import { decideWithdrawal } from './supervisors/decide-withdrawal.js';
import { decideSplit } from './splitting/split-cases.js';
import { decideMajor } from './major/major-cases.js';
import {
  approvalsAfter,
  askApproval,
  decideApproval,
  overdueApprovals,
} from './approvals/decide-approvals.js';
import { decideOverride } from './overrides/decide-overrides.js';
import { decideIncidents } from './incidents/decide-incidents.js';
import { decideRepeats } from './repeats/decide-repeats.js';
import { decideMerges, refuseWhileMerged } from './merging/decide-merges.js';
import { decideConflicts, refuseConflicted } from './conflicts/decide-conflicts.js';
import { decideReminders } from './reminders/decide-reminders.js';
import { decideDepartments } from './departments/decide-departments.js';
import { alarmsAfter } from './triggers/case-alarms.js';
import { decideThreats } from './triggers/flag-threats.js';
import { stepsAfterConflict } from './ladder/ladder-alerts.js';
import { dueEvents } from './due-events.js';
import { evolve } from './evolve.js';
import { openCase } from './open-case.js';
import { messageSent, messagesDue, sendMessage, undoMessage } from './messages/decide-messages.js';
import { overdueActions } from './resolution/decide-actions.js';
import { decideOrders } from './orders/decide-orders.js';
import { decideSafety } from './safety/decide-safety.js';
import { decideParties } from './parties/case-parties.js';
import { leftAfter } from './safety/leave-flow.js';
import { isPassedOver, refuseInSafety } from './safety/normal-flow.js';
import { overdueOrders, ordersAfter } from './orders/order-steps.js';
import { decideQueues } from './queues/decide-queues.js';
import { decideResolution } from './resolution/decide-resolution.js';
import type { DecisionContext } from './decision-context.js';

/**
 * What a command does to a case at an instant, as events; `now` is the recorded time for imported
 * history. Whatever fell due before `now` is decided first, so that a verdict never depends on when a
 * job looked; at the due instant itself the command wins, since a breach is due + 1 ms.
 * @throws CaseRefusal when the case's rules forbid the command
 */
export function decide(
  command: CaseCommand,
  state: CaseState,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  if (command.type === 'open') {
    return state.stage === 'none'
      ? openCase(command.complaint, command.imported, now, context)
      : [];
  }
  if (state.stage === 'none') throw new CaseRefusal('not-found', 'the case does not exist');
  const due = dueAt(state, now, context);
  const ticked = fold(state, due) as OpenedCase;
  const commanded = decideCommand(command, ticked, now, context);
  const decided = [
    ...commanded,
    ...ordersAfter(commanded, ticked, context),
    ...approvalsAfter(commanded, ticked),
    ...stepsAfterConflict(commanded, ticked, now, context),
    ...alarmsAfter(command, commanded, ticked, now, context),
    ...leftAfter(commanded, ticked, now, context),
  ];
  if (!mayBePastDue(command)) return [...due, ...decided];
  // A new due instant that has passed is decided at once, as if it had always been this one.
  const changed = fold(ticked, decided) as OpenedCase;
  return [...due, ...decided, ...dueEvents(changed, now, context)];
}

/** A message leaves between what fell due before it and after it: it is a contact, and answers clocks. */
function dueAt(state: OpenedCase, now: number, context: DecisionContext): CaseEvent[] {
  const timed = (at: number) => [
    ...dueEvents(current, at, context),
    ...overdueActions(current, at, context),
    ...overdueOrders(current, at, context),
    ...overdueApprovals(current, at, context),
  ];
  let current = state;
  const events: CaseEvent[] = [];
  const take = (more: readonly CaseEvent[]) => {
    events.push(...more);
    current = fold(current, more) as OpenedCase;
  };
  for (const message of messagesDue(state, now)) {
    take(timed(message.sendAt - 1));
    take(messageSent(message, current, context));
  }
  return [...events, ...timed(now)];
}

function mayBePastDue(command: CaseCommand): boolean {
  switch (command.type) {
    case 'resume':
    case 'unmerge':
    case 'triage':
    case 'change-priority':
    case 'change-severity':
    case 'change-tier':
    case 'amend-codes':
    case 'apply-policy':
    case 'approve-extension':
    case 'leave-for-safety':
    case 'report-adverse-event':
    case 'resume-reminders':
      return true;
    default:
      return 'at' in command && command.at !== undefined;
  }
}

/** The state after events, in order. */
export function fold(state: CaseState, events: readonly CaseEvent[], imported = false): CaseState {
  return events.reduce<CaseState>((current, event) => evolve(current, event, imported), state);
}

/** Whoever agrees must not be the first to learn that it can't be; what would change nothing waits for nobody. */
function decideAsking(
  command: Extract<CaseCommand, { type: 'ask-approval' }>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const { proposed } = command;
  const would = proposed.type === 'open' ? [] : decideCommand(proposed, state, now, context);
  return would.length > 0 ? askApproval(command, state, now, context) : [];
}

function decideCommand(
  command: Exclude<CaseCommand, { type: 'open' }>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  refuseWhileMerged(command, state);
  if (isPassedOver(command, state)) return [];
  refuseInSafety(command, state);
  const base = { caseId: state.id, at: new Date(now).toISOString() };
  switch (command.type) {
    case 'tick':
      return [];
    case 'assign': {
      if (state.stage === 'closed')
        throw new CaseRefusal('illegal-transition', 'the case is closed');
      refuseConflicted(state, command.owner);
      const { type: _, ...assignment } = command;
      return [caseEvent('assigned', { ...base, ...assignment })];
    }
    case 'acknowledge-alert': {
      const alert = state.alerts.find(({ id }) => id === command.alertId);
      if (!alert) throw new CaseRefusal('not-found', 'the case has no such alert');
      if (alert.acknowledged) return [];
      const { alertId, by } = command;
      return [caseEvent('alertAcknowledged', { ...base, alertId, by })];
    }
    case 'complete-stage':
      return decideStage(command, state, now, context);
    case 'add-evidence':
      return addEvidence(command, state, now);
    case 'complete-stages':
      return completeStages(command, state, now, context);
    case 'triage':
      return decideTriage(command, state, now, context);
    case 'flag-wording':
      return flagWording(command, state, now);
    case 'record-contact':
      return recordContact(command, state, now, context);
    case 'resolve':
      return decideResolve(command, state, now, context);
    case 'close':
      return decideClose(command, state, now, context);
    case 'reopen':
      return decideReopen(command, state, now, context);
    case 'pause':
      return decidePause(command, state, now, context);
    case 'resume':
      return decideResume(command, state, now, context);
    case 'request-extension':
      return requestExtension(command, state, now, context);
    case 'approve-extension':
      return approveExtension(command, state, now, context);
    case 'refuse-extension':
      return refuseExtension(command, state, now);
    case 'change-priority':
    case 'change-severity':
    case 'change-tier':
      return decideTerms(command, state, now, context);
    case 'amend-codes':
      return amendCodes(command, state, now, context);
    case 'send-message':
      return sendMessage(command, state, now, context);
    case 'undo-message':
      return undoMessage(command, state, now);
    case 'add-note':
    case 'record-apology':
    case 'offer-remedy':
    case 'decide-remedy':
    case 'answer-remedy':
    case 'record-cause':
    case 'plan-action':
    case 'complete-action':
    case 'move-action':
    case 'drop-action':
    case 'record-accountability':
      return decideResolution(command, state, now, context);
    case 'apply-policy':
      return decidePolicy(command, state, now, context);
    case 'withdraw':
      return decideWithdrawal(command, state, now);
    case 'transfer':
    case 'accept-transfer':
    case 'refuse-transfer':
    case 'withdraw-transfer':
    case 'hand-back':
      return decideDepartments(command, state, now, context);
    case 'merge':
    case 'unmerge':
    case 'join-duplicate':
    case 'release-duplicate':
      return decideMerges(command, state, now);
    case 'name-task-force':
    case 'map-stakeholder':
      return decideMajor(command, state, now, context);
    case 'ask-approval':
      return decideAsking(command, state, now, context);
    case 'decide-approval':
      return decideApproval(command, state, now);
    case 'override-stage':
      return decideOverride(command, state, now, context);
    case 'flag-threats':
      return decideThreats(command, state, now);
    case 'note-split':
    case 'note-part':
      return decideSplit(command, state, now);
    case 'note-complaint-change':
    case 'link-repeat':
    case 'rule-out-repeat':
    case 'count-repeat':
    case 'request-join':
    case 'let-join':
    case 'refuse-join':
      return decideRepeats(command, state, now);
    case 'join-incident':
    case 'leave-incident':
    case 'grow-incident':
    case 'shrink-incident':
      return decideIncidents(command, state, now);
    case 'attach-file':
    case 'remove-attachment':
      return decideAttachments(command, state, now);
    case 'name-accused':
      return decideConflicts(command, state, now);
    case 'snooze-reminders':
    case 'resume-reminders':
      return decideReminders(command, state, now, context);
    case 'co-handle':
    case 'supervise':
    case 'answer-order':
    case 'decline-order':
    case 'drop-order':
    case 'mark-problem':
      return decideOrders(command, state, now, context);
    case 'move-to-queue':
    case 'record-handling':
      return decideQueues(command, state, now, context);
    case 'name-party':
    case 'drop-party':
      return decideParties(command, state, now, context);
    case 'leave-for-safety':
    case 'take-safety-report':
    case 'report-adverse-event':
    case 'record-safety-submission':
    case 'end-safety-report':
      return decideSafety(command, state, now, context);
    case 'note-feedback':
      return decideFeedback(command, state, now, context);
    case 'record-history':
      return decideHistory(command, state, now, context);
  }
}
