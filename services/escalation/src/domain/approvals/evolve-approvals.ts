import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';

/** Absent of a case in which nothing waits for a second person. */
export function evolveApprovals(
  state: OpenedCase,
  event: Extract<CaseEvent, { name: 'approvalAsked' | 'approvalDecided' }>,
): OpenedCase {
  const { approvals = [], ...facts } = state;
  if (event.name === 'approvalAsked') {
    const { approvalId: id, command, decides, at, by } = event.data;
    const asked = { id, command, decides, at: Date.parse(at), by };
    return { ...state, approvals: [...approvals, asked] };
  }
  const left = approvals.filter(({ id }) => id !== event.data.approvalId);
  return { ...facts, ...(left.length > 0 && { approvals: left }) } as OpenedCase;
}
