import type { CaseOrdersView, TimelineEntry } from '#contracts';
import { caseEventOf } from '../domain/case-event.js';
import type { CaseEvent } from '../domain/case-event.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What units were asked for and answered, from the timeline of their case. */
export function toOrdersView(timeline: readonly TimelineEntry[]): CaseOrdersView {
  const view: Mutable<CaseOrdersView> = { problem: null, orders: [] };
  for (const { type, data, texts } of timeline) {
    const event = caseEventOf(type, data);
    if (event) record(view, event, texts);
  }
  return view;
}

function record(
  view: Mutable<CaseOrdersView>,
  event: CaseEvent,
  texts: TimelineEntry['texts'],
): void {
  switch (event.name) {
    case 'problemMarked': {
      const { accused, kind = null, desk, followUpDays, at, by } = event.data;
      const text = texts['text'] ?? null;
      view.problem = { accused, kind, desk, followUpDays, at, by, text };
      break;
    }
    case 'orderGiven': {
      const { orderId: id, kind, unit, dueAt, at, by } = event.data;
      const { matter = null, problemKind = null } = event.data;
      view.orders.push({
        ...{
          id,
          kind,
          unit,
          matter,
          problemKind,
          dueAt,
          status: 'open',
          endedAt: null,
          isLate: false,
          at,
          by,
        },
        ...{ text: texts['text'] ?? null, answer: null, endedBy: null },
      });
      break;
    }
    case 'orderOverdue': {
      const order = view.orders.find(({ id }) => id === event.data.orderId);
      if (order) Object.assign(order, { status: 'overdue', isLate: true });
      break;
    }
    case 'orderAnswered': {
      const { isLate } = event.data;
      end(view, event.data, { status: 'answered', isLate, answer: texts['answer'] ?? null });
      break;
    }
    case 'orderDeclined':
      end(view, event.data, { status: 'declined', answer: texts['note'] ?? null });
      break;
    case 'orderDropped':
      end(view, event.data, { status: 'dropped', answer: texts['note'] ?? null });
      break;
    default:
      break;
  }
}

function end(
  { orders }: CaseOrdersView,
  { orderId, at, by }: { orderId: string; at: string; by: string },
  changes: Partial<CaseOrdersView['orders'][number]>,
): void {
  const order = orders.find(({ id }) => id === orderId);
  if (order) Object.assign(order, { ...changes, endedAt: at, endedBy: by });
}
