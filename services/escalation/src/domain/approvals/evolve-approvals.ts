import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import type { Approval } from './approval-state.js';

/** Absent of a case in which nothing waits for a second person. */
export function evolveApprovals(
  state: OpenedCase,
  event: Extract<CaseEvent, { name: 'approvalAsked' | 'approvalOverdue' | 'approvalDecided' }>,
): OpenedCase {
  const { approvals = [], ...facts } = state;
  if (event.name === 'approvalAsked') {
    const { approvalId: id, command, decides, at, by, dueAt } = event.data;
    const due = dueAt !== undefined && { dueAt: Date.parse(dueAt) };
    const asked = { id, command, decides, at: Date.parse(at), by, ...due };
    return { ...state, approvals: [...approvals, asked] };
  }
  if (event.name === 'approvalOverdue') {
    const late = (one: Approval): Approval =>
      one.id === event.data.approvalId ? { ...one, isOverdue: true } : one;
    return { ...state, approvals: approvals.map(late) };
  }
  const left = approvals.filter(({ id }) => id !== event.data.approvalId);
  return { ...facts, ...(left.length > 0 && { approvals: left }) } as OpenedCase;
}
