import { caseEvent } from './case-event.js';
import type { CaseEvent } from './case-event.js';
import type { OpenedCase } from './case-state.js';
import type { DecisionContext } from './decision-context.js';

/** Whom the alert is for, and whose it was, where that is not the case's own. */
export interface Overdue {
  /** ISO instant at which it was due. */
  at: string;
  audience: 'supervisor' | 'manager';
  owner: string | undefined;
  unit?: string;
}

/** The alert of something that had an instant and no clock: a preventive action, an order to a unit. */
export function overdueAlert(
  state: OpenedCase,
  { at, audience, owner, unit }: Overdue,
  context: DecisionContext,
): CaseEvent {
  return caseEvent('alertRaised', {
    alertId: context.newId(),
    caseId: state.id,
    number: state.number,
    at,
    cause: 'breach',
    level: 1,
    audience,
    severity: state.priority,
    dueAt: at,
    ...(owner && { owner }),
    dimensions: unit === undefined ? state.dimensions : { ...state.dimensions, unit },
  });
}
