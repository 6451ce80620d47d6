import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import type { Order } from './order-state.js';

type OrderEvent = Extract<
  CaseEvent,
  {
    name:
      | 'orderGiven'
      | 'orderOverdue'
      | 'orderAnswered'
      | 'orderDeclined'
      | 'orderDropped'
      | 'problemMarked';
  }
>;

/** The case after an event of an order: only those that wait for an answer are kept. */
export function evolveOrders(state: OpenedCase, event: OrderEvent): OpenedCase {
  if (event.name === 'problemMarked') {
    const { accused, kind, desk, followUpDays } = event.data;
    return { ...state, problem: { accused, ...(kind && { kind }), desk, followUpDays } };
  }
  const { orders = [], ...rest } = state;
  const { orderId: id, kind, unit } = event.data;
  switch (event.name) {
    case 'orderGiven': {
      const { dueAt, by } = event.data;
      return { ...state, orders: [...orders, { id, kind, unit, dueAt: Date.parse(dueAt), by }] };
    }
    case 'orderOverdue': {
      const late = (one: Order): Order => (one.id === id ? { ...one, isOverdue: true } : one);
      return { ...state, orders: orders.map(late) };
    }
    case 'orderAnswered':
    case 'orderDeclined':
    case 'orderDropped': {
      const left = orders.filter((one) => one.id !== id);
      return (left.length > 0 ? { ...rest, orders: left } : rest) as OpenedCase;
    }
  }
}
