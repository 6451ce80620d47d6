import { isOpenClock } from '../case-clocks.js';
import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import { isWorking } from '../case-state.js';
import type { CaseDimensions, OpenedCase } from '../case-state.js';
import { cancelEvents, iso, stopEvents } from '../clock-events.js';
import { refuseConflicted } from '../conflicts/decide-conflicts.js';
import { policyClock } from '../decide-stages.js';
import type { DecisionContext } from '../decision-context.js';
import type { PolicyBook } from '../policy-book.js';
import type { DepartmentCommand } from './department-command.js';
import type { TransferStep } from './department-state.js';
import { acceptedTransfer, pendingTransfer, refuseWhilePending } from './transfer-steps.js';

type Command<T extends DepartmentCommand['type']> = Extract<DepartmentCommand, { type: T }>;

const refused = (detail: string) => new CaseRefusal('illegal-transition', detail);

/** Refusals in a row that a policy which says nothing of it allows. */
const usualRefusals = 2;

export function decideDepartments(
  command: DepartmentCommand,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  if (!isWorking(state)) throw refused(`the case is ${state.status}: no unit works on it`);
  switch (command.type) {
    case 'transfer':
      return decideTransfer(command, state, now, context);
    case 'accept-transfer':
      return acceptTransfer(command, state, now);
    case 'refuse-transfer':
      return refuseTransfer(command, state, now, context);
    case 'withdraw-transfer':
      return withdrawTransfer(command, state, now, context);
    case 'hand-back':
      return handBack(command, state, now, context);
  }
}

/** How often in a row the rule of a case lets units refuse its transfer. */
export function refusalLimit(state: OpenedCase, policies: PolicyBook): number {
  const { rules } = policies.version(state.policyVersion);
  return rules.find(({ id }) => id === state.policyRule)?.refusals ?? usualRefusals;
}

/** The case goes to another unit with a clock of its own; the clock of the unit that gives it is answered. */
function decideTransfer(
  { to, reason, note, by }: Command<'transfer'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  refuseWhilePending(state);
  const { unit: from } = state.dimensions;
  if (from === to) throw refused(`the case is with ${to} already`);
  const moved: OpenedCase = { ...state, dimensions: withUnit(state.dimensions, to) };
  const started = policyClock(moved, context, ({ kind }) => kind === 'department', now);
  const [clock] = started.flatMap((one) => (one.name === 'clockStarted' ? [one.data.clock] : []));
  const transferred = caseEvent('transferred', {
    ...{ caseId: state.id, at: iso(now), transferId: context.newId() },
    ...(from !== undefined && { from }),
    to,
    ...(state.owner && { owner: state.owner }),
    reason,
    ...(note && { note }),
    ...(clock && { clockId: clock.clockId }),
    dimensions: moved.dimensions,
    by,
  });
  return [...stopEvents(state, clocksOf(state), now, context), ...started, transferred];
}

/** First asked, first responsible: only now does the case have another owner. */
function acceptTransfer(
  { owner, by }: Command<'accept-transfer'>,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  const { transferId, to } = requirePending(state);
  refuseConflicted(state, owner);
  const { dimensions } = state;
  const at = iso(now);
  const accepted = { caseId: state.id, at, transferId, unit: to, owner, dimensions, by };
  return [caseEvent('transferAccepted', accepted)];
}

/** The transfer never was: its clock ends without a verdict unless it has one, and the unit before has the case. */
function refuseTransfer(
  { reason, note, by }: Command<'refuse-transfer'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const { transferId, to, from } = requirePending(state);
  const limit = refusalLimit(state, context.policies);
  const refusals = (state.departments?.refusals ?? 0) + 1;
  if (refusals > limit) {
    throw refused(`it was refused ${limit} times, which is the limit: ${to} has to accept it`);
  }
  return [
    ...undoClocks(state, now, context, 'transfer refused'),
    caseEvent('transferRefused', {
      ...{ caseId: state.id, at: iso(now), transferId, unit: to },
      ...(from !== undefined && { backTo: from }),
      reason,
      ...(note && { note }),
      ...{ refusals, limit },
      dimensions: withUnit(state.dimensions, from),
      by,
    }),
  ];
}

/** It was asked for by mistake, or is not needed any more: nobody refused, so no refusal is counted. */
function withdrawTransfer(
  { by }: Command<'withdraw-transfer'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const { transferId, to, from } = requirePending(state);
  return [
    ...undoClocks(state, now, context, 'transfer withdrawn'),
    caseEvent('transferWithdrawn', {
      ...{ caseId: state.id, at: iso(now), transferId, unit: to },
      ...(from !== undefined && { backTo: from }),
      dimensions: withUnit(state.dimensions, from),
      by,
    }),
  ];
}

/** The clock of a transfer that never was ends without a verdict, unless it has one. */
function undoClocks(
  state: OpenedCase,
  now: number,
  context: DecisionContext,
  why: string,
): CaseEvent[] {
  const clocks = clocksOf(state);
  const late = clocks.filter((clock) => clock.state === 'breached');
  return [...stopEvents(state, late, now, context), ...cancelEvents(state, clocks, now, why)];
}

/** The unit's clock is answered; whoever sent the case has it again. */
function handBack(
  { result, by }: Command<'hand-back'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  refuseWhilePending(state);
  const step = acceptedTransfer(state);
  if (!step) throw refused('nobody transferred the case: there is no unit to give it back to');
  const { transferId, to, from, owner } = step;
  return [
    ...stopEvents(state, clocksOf(state), now, context),
    caseEvent('handedBack', {
      ...{ caseId: state.id, at: iso(now), transferId, unit: to },
      ...(from !== undefined && { backTo: from }),
      ...(owner && { owner }),
      result,
      dimensions: withUnit(state.dimensions, from),
      by,
    }),
  ];
}

function requirePending(state: OpenedCase): TransferStep {
  const pending = pendingTransfer(state);
  if (!pending) throw refused('no transfer of the case waits to be accepted or refused');
  return pending;
}

/** The open clock of the transfer by which the present unit got the case. */
function clocksOf(state: OpenedCase) {
  const clockId = state.departments?.route.at(-1)?.clockId;
  return state.clocks.filter((clock) => clock.clockId === clockId && isOpenClock(clock));
}

function withUnit(
  { unit: _, ...dimensions }: CaseDimensions,
  unit: string | undefined,
): CaseDimensions {
  return unit === undefined ? dimensions : { ...dimensions, unit };
}
