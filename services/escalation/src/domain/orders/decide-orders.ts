import type { Envelope, OrderKind, OrderMatter, ProblemKind } from '#contracts';
import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import { isWorking } from '../case-state.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import { decideConflicts } from '../conflicts/decide-conflicts.js';
import type { DecisionContext } from '../decision-context.js';
import type { OrderCommand } from './order-command.js';
import type { Order } from './order-state.js';
import { aboutOrder } from './order-steps.js';

type Command<T extends OrderCommand['type']> = Extract<OrderCommand, { type: T }>;

const refused = (detail: string) => new CaseRefusal('illegal-transition', detail);

/** Orders to units: the case stays where it is, and what is asked for has an instant of its own. */
export function decideOrders(
  command: OrderCommand,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const base = { caseId: state.id, at: iso(now), by: command.by };
  switch (command.type) {
    case 'co-handle':
      return coHandle(command, state, now, context);
    case 'supervise': {
      refuseEnded(state);
      const { unit = state.dimensions.unit } = command;
      if (unit === undefined) throw refused('no unit has the case: name the one that is to answer');
      return [given('supervision', unit, command, state, now, context)];
    }
    case 'answer-order': {
      const order = requireOrder(command.orderId, state);
      refuseAccused(command.by, state);
      const isLate = now > order.dueAt;
      const { answer } = command;
      return [caseEvent('orderAnswered', { ...base, ...aboutOrder(order), isLate, answer })];
    }
    case 'decline-order': {
      const order = requireOrder(command.orderId, state);
      if (order.kind !== 'co-handling') {
        throw refused(`an order of the kind ${order.kind} has to be answered`);
      }
      const { reason, note } = command;
      const why = { reason, ...(note && { note }) };
      return [caseEvent('orderDeclined', { ...base, ...aboutOrder(order), ...why })];
    }
    case 'drop-order': {
      const order = requireOrder(command.orderId, state);
      refuseAccused(command.by, state);
      if (order.kind === 'follow-up') throw refused('a problem has to be followed up');
      const noted = command.note && { note: command.note };
      return [caseEvent('orderDropped', { ...base, ...aboutOrder(order), ...noted })];
    }
    case 'mark-problem':
      return markProblem(command, state, now, context);
  }
}

/** 会办: one order for each unit, which answers for itself. */
function coHandle(
  command: Command<'co-handle'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  if (!isWorking(state)) throw refused(`the case is ${state.status}: no unit works on it`);
  for (const unit of command.units) {
    if (unit === state.dimensions.unit) throw refused(`${unit} has the case already`);
    const isAsked = state.orders?.some((one) => one.unit === unit && one.kind === 'co-handling');
    if (isAsked) throw refused(`${unit} has yet to answer what it was asked before`);
  }
  return command.units.map((unit) => given('co-handling', unit, command, state, now, context));
}

/**
 * The desk that supervises the accused knows at once and answers; after the end it follows up. They and
 * their line are kept away, as where they are named (回避).
 */
function markProblem(
  command: Command<'mark-problem'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  refuseEnded(state);
  if (state.problem) throw refused(`it is marked as a problem of ${state.problem.accused} already`);
  const { accused, conflicted, kind, desk, followUpDays, text, by } = command;
  const all = [...(state.conflict?.accused ?? []), accused];
  const base = { caseId: state.id, at: iso(now), by };
  const what = { accused, ...(kind && { kind }), desk, followUpDays };
  const asked = { ...command, ...(kind && { problemKind: kind }) };
  return [
    caseEvent('problemMarked', { ...base, ...what, text }),
    given('supervision', desk, asked, state, now, context),
    ...(conflicted
      ? decideConflicts({ type: 'name-accused', accused: all, conflicted, by }, state, now)
      : []),
  ];
}

interface Asked {
  dueAt: number;
  text: Envelope;
  by: string;
  matter?: OrderMatter;
  problemKind?: ProblemKind;
}

function given(
  kind: OrderKind,
  unit: string,
  { dueAt, text, by, matter, problemKind }: Asked,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent {
  const orderId = context.newId();
  const what = { ...(matter && { matter }), ...(problemKind && { problemKind }) };
  const about = { orderId, kind, unit, ...what, dueAt: iso(dueAt), text, by };
  return caseEvent('orderGiven', { caseId: state.id, at: iso(now), ...about });
}

function requireOrder(id: string, state: OpenedCase): Order {
  const order = state.orders?.find((one) => one.id === id);
  if (!order) throw new CaseRefusal('not-found', 'the case has no such order that waits');
  return order;
}

/** Nobody answers for themselves where their own conduct is the matter (回避). */
function refuseAccused(by: string, { problem }: OpenedCase): void {
  if (problem?.accused !== by) return;
  throw new CaseRefusal('forbidden', 'the case is about you: somebody else decides');
}

function refuseEnded({ stage, status }: OpenedCase): void {
  if (stage === 'closed') throw refused(`the case is ${status}`);
}
