import type { ApprovalCommandName, ApprovalRole } from '#contracts';

/** A command that waits for a second person. */
export interface Approval {
  readonly id: string;
  readonly command: ApprovalCommandName;
  readonly decides: ApprovalRole;
  readonly at: number;
  readonly by: string;
}
