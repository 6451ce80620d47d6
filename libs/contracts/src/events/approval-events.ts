import { z } from 'zod';
import { approvalCommand, approvalOutcome, approvalRole } from '../api/approval-codes.js';
import { dimensions, envelope, isoInstant, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

const event = <S extends z.ZodType>(name: string, schema: S) =>
  defineEvent({ name: `case.${name}`, version: 1, topic: topics.cases, schema });

const base = {
  ...{ caseId: uuid, at: isoInstant, approvalId: uuid },
  ...{ command: approvalCommand, dimensions },
};
const by = z.string();

/** Somebody gave a command that the policy of the case lets nobody give alone: nothing is done yet. */
export const CaseApprovalAsked = event(
  'approval-asked',
  z.object({
    ...base,
    by,
    /** The least role that decides. */
    decides: approvalRole,
    /** Absent where the policy sets no time for it. */
    dueAt: isoInstant.optional(),
    /** The body of the command as JSON. */
    input: envelope,
  }),
);

/** Somebody else agreed, and what was asked for follows; or refused it; or the case ended before. */
export const CaseApprovalDecided = event(
  'approval-decided',
  z.object({ ...base, by, outcome: approvalOutcome, note: envelope.optional() }),
);

/** Nobody decided by the instant that the policy sets; `at` is that instant. What was asked for waits on. */
export const CaseApprovalOverdue = event('approval-overdue', z.object(base));
