import type { ApprovalCommandName, ApprovalRole } from '#contracts';

/** A command that waits for a second person. */
export interface Approval {
  readonly id: string;
  readonly command: ApprovalCommandName;
  readonly decides: ApprovalRole;
  readonly at: number;
  readonly by: string;
  /** Absent where the policy sets no time for it. */
  readonly dueAt?: number;
  readonly isOverdue?: true;
}

/** When the earliest is overdue; its alert is due a millisecond later, as every breach. */
export function nextApprovalInstant(
  approvals: readonly Approval[] | undefined,
): number | undefined {
  const due = approvals?.flatMap(({ isOverdue, dueAt }) => (isOverdue ? [] : (dueAt ?? [])));
  return due && due.length > 0 ? Math.min(...due) + 1 : undefined;
}
