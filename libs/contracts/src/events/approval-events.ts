import { z } from 'zod';
import { approvalCommand, approvalOutcome, approvalRole } from '../api/approval-codes.js';
import { dimensions, envelope, isoInstant, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

const event = <S extends z.ZodType>(name: string, schema: S) =>
  defineEvent({ name: `case.${name}`, version: 1, topic: topics.cases, schema });

const base = {
  ...{ caseId: uuid, at: isoInstant, approvalId: uuid },
  ...{ command: approvalCommand, dimensions, by: z.string() },
};

/** Somebody gave a command that the policy of the case lets nobody give alone: nothing is done yet. */
export const CaseApprovalAsked = event(
  'approval-asked',
  z.object({
    ...base,
    /** The least role that decides. */
    decides: approvalRole,
    /** The body of the command as JSON. */
    input: envelope,
  }),
);

/** Somebody else agreed, and what was asked for follows; or refused it; or the case ended before. */
export const CaseApprovalDecided = event(
  'approval-decided',
  z.object({ ...base, outcome: approvalOutcome, note: envelope.optional() }),
);
