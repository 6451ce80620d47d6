import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import { overdueAlert } from '../overdue-alert.js';
import type { DecisionContext } from '../decision-context.js';
import type { Order } from './order-state.js';

const dayMs = 86_400_000;
const system = 'system';

/** The fields that every event of an order has. */
export const aboutOrder = ({ id: orderId, kind, unit }: Order) => ({ orderId, kind, unit });

/** @throws CaseRefusal while a unit that works on the case too, or owes its supervisor an answer, has not given it */
export function refuseWhileOrdered({ orders }: OpenedCase): void {
  const waiting = orders?.filter(({ kind }) => kind !== 'follow-up');
  if (!waiting || waiting.length === 0) return;
  const units = [...new Set(waiting.map(({ unit }) => unit))].join(', ');
  throw new CaseRefusal('illegal-transition', `${units}: an order has yet to be answered`);
}

/** Every order that fell due by `now`, each with an alert unless the case is imported. */
export function overdueOrders(
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const due = state.orders?.filter(({ isOverdue, dueAt }) => !isOverdue && dueAt < now);
  return (due ?? []).flatMap((order): CaseEvent[] => {
    const at = iso(order.dueAt);
    const overdue = caseEvent('orderOverdue', { caseId: state.id, at, ...aboutOrder(order) });
    if (state.imported) return [overdue];
    // A unit that does not answer its supervisor is a matter for whoever is above both.
    const audience = order.kind === 'co-handling' ? 'supervisor' : 'manager';
    const { owner } = state;
    return [overdue, overdueAlert(state, { at, audience, owner, unit: order.unit }, context)];
  });
}

/**
 * What an end or a new beginning of the case means for its orders: nobody works on an ended case, a
 * problem is followed up after it, and a follow-up of a case that is worked again is too early.
 */
export function ordersAfter(
  events: readonly CaseEvent[],
  { id: caseId, orders = [], problem }: OpenedCase,
  context: DecisionContext,
): CaseEvent[] {
  if (orders.length === 0 && !problem) return [];
  return events.flatMap((event): CaseEvent[] => {
    const { at } = event.data;
    const dropped = (kind: Order['kind']) =>
      orders
        .filter((order) => order.kind === kind)
        .map((order) =>
          caseEvent('orderDropped', { caseId, at, ...aboutOrder(order), by: system }),
        );
    if (event.name === 'reopened' || event.name === 'unmerged') return dropped('follow-up');
    if (event.name !== 'closed' && event.name !== 'withdrawn' && event.name !== 'merged') return [];
    // What units were asked for in a duplicate goes on: the merge may be undone.
    const left = event.name === 'merged' ? [] : dropped('co-handling');
    if (!problem) return left;
    const followUp = caseEvent('orderGiven', {
      ...{ caseId, at, orderId: context.newId(), kind: 'follow-up', unit: problem.desk },
      ...(problem.kind && { problemKind: problem.kind }),
      dueAt: iso(Date.parse(at) + problem.followUpDays * dayMs),
      by: system,
    });
    return [...left, followUp];
  });
}
