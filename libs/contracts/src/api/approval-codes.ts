import { z } from 'zod';

/** Commands that a policy may ask a second person for, before they are carried out. */
export const approvalCommand = z.enum([
  'close',
  'reopen',
  'withdraw',
  'override-stage',
  'transfer',
  'merge',
  'unmerge',
  'leave-incident',
  'change-priority',
  'change-severity',
  'change-tier',
  'amend-codes',
  'approve-extension',
  'drop-order',
  'name-accused',
  'record-accountability',
]);
export type ApprovalCommandName = z.infer<typeof approvalCommand>;

/** The least role that decides on what somebody asked for. */
export const approvalRole = z.enum(['supervisor', 'manager', 'admin']);
export type ApprovalRole = z.infer<typeof approvalRole>;

/** How it ended: agreed to and carried out, refused, or pointless since the case ended otherwise. */
export const approvalOutcome = z.enum(['approved', 'refused', 'lapsed']);

export const approvalStatus = z.enum(['asked', ...approvalOutcome.options]);
