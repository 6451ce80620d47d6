import type { ApprovalCommandName, ApprovalRole, Envelope, Role } from '#contracts';

/** Somebody gives a command that nobody gives alone. `proposed` is tried, so that nobody is asked in vain. */
export interface AskApproval<C> {
  type: 'ask-approval';
  command: ApprovalCommandName;
  decides: ApprovalRole;
  /** How long it may wait before somebody is alerted. */
  withinMinutes?: number;
  proposed: C;
  /** The body of the command as JSON, for when it is carried out. */
  input: Envelope;
  by: string;
}

/** Another person's word on it; `roles` are theirs. */
export interface DecideApproval {
  type: 'decide-approval';
  approvalId: string;
  outcome: 'approved' | 'refused';
  note?: Envelope;
  by: string;
  roles: readonly Role[];
}
