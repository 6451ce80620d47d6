import { authorityOf } from '#sla';
import type { Role } from '#contracts';
import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import { refuseConflicted } from '../conflicts/decide-conflicts.js';
import type { DecisionContext } from '../decision-context.js';
import { completeAction, dropAction, moveAction, planAction } from './decide-actions.js';
import { grantedCost } from './resolution-state.js';
import type { ResolutionCommand } from './resolution-command.js';

type Command<T extends ResolutionCommand['type']> = Extract<ResolutionCommand, { type: T }>;

/** What settles a complaint, and what is learned from it. */
export function decideResolution(
  command: ResolutionCommand,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const base = { caseId: state.id, at: iso(now), by: command.by };
  switch (command.type) {
    case 'add-note':
      return [caseEvent('noteAdded', { ...base, noteId: context.newId(), text: command.text })];
    case 'record-apology': {
      refuseEnded(state);
      const { channel, text } = command;
      return [caseEvent('apologyRecorded', { ...base, channel, text })];
    }
    case 'offer-remedy':
      return offerRemedy(command, state, now, context);
    case 'decide-remedy':
      return decideRemedy(command, state, now, context);
    case 'answer-remedy':
      return answerRemedy(command, state, now);
    case 'record-cause': {
      requireCause(command.cause, state, context);
      const { cause, text } = command;
      return [caseEvent('causeFound', { ...base, cause, text })];
    }
    case 'plan-action':
      return planAction(command, state, now, context);
    case 'complete-action':
      return completeAction(command, state, now);
    case 'move-action':
      return moveAction(command, state, now);
    case 'drop-action':
      return dropAction(command, state, now);
    case 'record-accountability': {
      const { type: _, ...found } = command;
      if (found.decider === found.accountable) {
        throw new CaseRefusal('forbidden', 'nobody decides on what they answer for themselves');
      }
      refuseConflicted(state, found.decider, 'decide on it');
      return [caseEvent('accountabilityRecorded', { ...base, ...found })];
    }
  }
}

/** Up to which cost the roles may give something under the case's policy. */
export function authorityFor(
  roles: readonly Role[],
  { policyVersion }: OpenedCase,
  { policies }: Pick<DecisionContext, 'policies'>,
): number {
  return authorityOf(policies.version(policyVersion).authority, roles);
}

function offerRemedy(
  { kind, cost, text, by, roles }: Command<'offer-remedy'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  refuseEnded(state);
  const remedyId = context.newId();
  // What is given in parts is one amount: nobody gets past their limit by giving little often.
  const granted = grantedCost(state.resolution ?? {});
  const needsApproval = granted + cost > authorityFor(roles, state, context);
  const base = { caseId: state.id, at: iso(now), by };
  return [caseEvent('remedyOffered', { ...base, remedyId, kind, cost, needsApproval, text })];
}

/** Four eyes: whoever proposed it does not decide. */
function decideRemedy(
  { remedyId, approved, note, by, roles }: Command<'decide-remedy'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const remedy = state.resolution?.remedies?.find(({ id }) => id === remedyId);
  if (!remedy) throw new CaseRefusal('not-found', 'the case has no such remedy');
  if (remedy.status !== 'proposed') {
    throw new CaseRefusal('illegal-transition', `this remedy is ${remedy.status}`);
  }
  if (remedy.by === by) {
    throw new CaseRefusal('forbidden', 'somebody else decides on what you proposed');
  }
  const limit = authorityFor(roles, state, context);
  const cost = grantedCost(state.resolution ?? {}) + remedy.cost;
  if (approved && cost > limit) {
    const detail = `with what was granted before it costs ${cost}; you may approve up to ${limit}`;
    throw new CaseRefusal('forbidden', detail);
  }
  const base = { caseId: state.id, at: iso(now), by };
  return [caseEvent('remedyDecided', { ...base, remedyId, approved, ...(note && { note }) })];
}

/** The customer's word, also after the end. What they refused stays refused: something is offered anew. */
function answerRemedy(
  command: Command<'answer-remedy'>,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  const { type: _, at = now, ...said } = command;
  const remedy = state.resolution?.remedies?.find(({ id }) => id === said.remedyId);
  if (!remedy) throw new CaseRefusal('not-found', 'the case has no such remedy');
  const refused = (detail: string) => new CaseRefusal('illegal-transition', detail);
  if (remedy.status !== 'granted') throw refused(`this remedy is ${remedy.status}`);
  if (remedy.answer === 'refused') throw refused('the customer refused it: offer another remedy');
  if (remedy.answer === 'accepted' && said.answer === 'accepted') {
    throw refused('the customer has accepted it already');
  }
  return [caseEvent('remedyAnswered', { caseId: state.id, at: iso(at), ...said })];
}

function requireCause(cause: string, state: OpenedCase, { policies }: DecisionContext): void {
  const { causes } = policies.version(state.policyVersion);
  if (!causes || causes.some(({ id }) => id === cause)) return;
  throw new CaseRefusal('illegal-transition', 'the policy of the case knows no such cause');
}

/** An apology or a remedy belongs to the work on a case; what is learned from it may come later. */
function refuseEnded({ stage, status }: OpenedCase): void {
  if (stage === 'closed') throw new CaseRefusal('illegal-transition', `the case is ${status}`);
}
