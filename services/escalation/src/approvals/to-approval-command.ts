import type { Principal } from '#platform';
import type { CommandInput, Seal } from '../cases/command-input.js';
import type { DecideApproval } from '../domain/approvals/approval-command.js';

type ApprovalInput = Extract<CommandInput, { name: 'approve-command' | 'refuse-command' }>;

/** The domain's command, its note sealed. */
export async function toApprovalCommand(
  { name, input: { approvalId, note } }: ApprovalInput,
  { agentId, username, roles }: Principal,
  seal: Seal,
): Promise<DecideApproval> {
  const outcome = name === 'approve-command' ? 'approved' : 'refused';
  const sealed = note ? await seal({ note }) : {};
  return {
    type: 'decide-approval',
    approvalId,
    outcome,
    ...sealed,
    by: agentId ?? username,
    roles,
  };
}
