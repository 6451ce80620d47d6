import { z } from 'zod';
import { approvalCommand, approvalOutcome, approvalRole } from '../api/approval-codes.js';
import { dimensions, envelope, isoInstant, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

/** Of the first version: codes were put right by one person. */
const firstCommands = approvalCommand.exclude(['amend-codes']);

const baseOf = <C extends z.ZodType>(command: C) => ({
  ...{ caseId: uuid, at: isoInstant, approvalId: uuid },
  ...{ command, dimensions },
});
const asked = {
  by: z.string(),
  /** The least role that decides. */
  decides: approvalRole,
  /** Absent where the policy sets no time for it. */
  dueAt: isoInstant.optional(),
  /** The body of the command as JSON. */
  input: envelope,
};
const decided = { by: z.string(), outcome: approvalOutcome, note: envelope.optional() };

const event = <S extends z.ZodType>(name: string, schema: S) =>
  defineEvent({ name: `case.approval-${name}`, version: 2, topic: topics.cases, schema });
const lifted = <S extends z.ZodType>(name: string, schema: S) =>
  defineEvent({
    ...{ name: `case.approval-${name}`, version: 1, topic: topics.cases, schema },
    upcast: (data) => data,
  });

/** First shape: it knew fewer commands. */
export const CaseApprovalAskedV1 = lifted(
  'asked',
  z.object({ ...baseOf(firstCommands), ...asked }),
);

/** Somebody gave a command that the policy of the case lets nobody give alone: nothing is done yet. */
export const CaseApprovalAsked = event('asked', z.object({ ...baseOf(approvalCommand), ...asked }));

/** First shape: it knew fewer commands. */
export const CaseApprovalDecidedV1 = lifted(
  'decided',
  z.object({ ...baseOf(firstCommands), ...decided }),
);

/** Somebody else agreed, and what was asked for follows; or refused it; or the case ended before. */
export const CaseApprovalDecided = event(
  'decided',
  z.object({ ...baseOf(approvalCommand), ...decided }),
);

/** First shape: it knew fewer commands. */
export const CaseApprovalOverdueV1 = lifted('overdue', z.object(baseOf(firstCommands)));

/** Nobody decided by the instant that the policy sets; `at` is that instant. What was asked for waits on. */
export const CaseApprovalOverdue = event('overdue', z.object(baseOf(approvalCommand)));
