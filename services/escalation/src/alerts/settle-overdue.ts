import type { Tx } from '#platform';
import type { CaseEvent } from '../domain/case-event.js';
import type { CaseState, OpenedCase } from '../domain/case-state.js';
import { isToDo } from '../domain/resolution/resolution-state.js';

/** By which an order, or a preventive action, waits for nobody any more, or for another instant. */
const settling: readonly CaseEvent['name'][] = [
  ...(['orderAnswered', 'orderDeclined', 'orderDropped'] as const),
  ...(['actionDone', 'actionMoved', 'actionDropped'] as const),
];

/**
 * An alert without a clock is about what was due at an instant: once nothing of its case is any more, whoever takes it
 * on has nothing to hurry for.
 */
export function settleOverdue(
  tx: Tx,
  events: readonly CaseEvent[],
  states: readonly CaseState[],
): void {
  const settled = new Map(
    events.flatMap(({ name, data }) =>
      settling.includes(name) ? [[data.caseId, Date.parse(data.at)] as const] : [],
    ),
  );
  if (settled.size === 0) return;
  for (const state of states) {
    if (state.stage === 'none') continue;
    const at = settled.get(state.id);
    if (at === undefined) continue;
    const updated = tx.query(
      `update alerts set stopped_at = $2
        where case_id = $1 and cause = 'breach' and kind is null and acknowledged_at is null
          and stopped_at is null and due_at <> all($3::bigint[])`,
      [state.id, at, waitingOf(state)],
    );
    tx.settle(updated);
  }
}

/** When what still has to be done of a case is due, or was. */
const waitingOf = ({ orders = [], resolution }: OpenedCase): number[] => [
  ...orders.map(({ dueAt }) => dueAt),
  ...(resolution?.actions ?? []).filter(isToDo).map(({ dueAt }) => dueAt),
];
