import { z } from 'zod';
import { isoInstant, uuid } from '../primitives.js';
import { approvalCommand, approvalRole, approvalStatus } from './approval-codes.js';
import { expectedVersion, note } from './command-fields.js';

/** Decisions on a command that waits for a second person. */
export const approvalCommandBodies = {
  /** Carries out what was asked for, as whoever asked for it. */
  'approve-command': z.strictObject({ expectedVersion, approvalId: uuid, note }),
  /** Also by whoever asked for it: they take it back. */
  'refuse-command': z.strictObject({ expectedVersion, approvalId: uuid, note }),
} as const;

const asked = {
  id: uuid,
  command: approvalCommand,
  /** The least role that decides. */
  decides: approvalRole,
  at: isoInstant,
  by: z.string(),
  /** When those who decide are alerted; null where the policy sets no time for it. */
  dueAt: isoInstant.nullable(),
};

/** A command of a case that waits for a second person. */
export const waitingApproval = z.object(asked);

/** `GET /api/v1/cases/{id}/approvals`: what was asked for, in the order of asking. */
export const caseApprovalsView = z.object({
  items: z.array(
    z.object({
      ...asked,
      status: approvalStatus,
      /** The body of the command, as it was sent; null where the customer was erased. */
      input: z.record(z.string(), z.unknown()).nullable(),
      decidedAt: isoInstant.nullable(),
      decidedBy: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
});
export type CaseApprovalsView = z.infer<typeof caseApprovalsView>;

/** `GET /api/v1/approvals`: of all cases, the first that was asked first. */
export const approvalListQuery = z.strictObject({
  status: approvalStatus.optional(),
  command: approvalCommand.optional(),
  cursor: z
    .string()
    .regex(/^\d+_[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ApprovalListQuery = z.infer<typeof approvalListQuery>;

/** One in a list; what it says is read with its case. */
export const approvalView = z.object({
  ...asked,
  caseId: uuid,
  number: z.string(),
  status: approvalStatus,
  decidedAt: isoInstant.nullable(),
  decidedBy: z.string().nullable(),
});
export type ApprovalView = z.infer<typeof approvalView>;
