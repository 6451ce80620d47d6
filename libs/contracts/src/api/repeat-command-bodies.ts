import { z } from 'zod';
import { caseReference, code, isoInstant, uuid } from '../primitives.js';
import { noRepeatReason } from '../reasons.js';
import { expectedVersion, note, reasonFrom } from './command-fields.js';

/** The earlier case, by id or number. It need not be one that the caller sees: its number is all that is said of it. */
const earlier = caseReference;

/** Commands on a case that may repeat an earlier one, and on one that others ask to see. */
export const repeatCommandBodies = {
  'link-repeat': z.strictObject({ expectedVersion, earlier, note }),
  'rule-out-repeat': z.strictObject({
    expectedVersion,
    earlier,
    reason: reasonFrom(noRepeatReason),
    note,
  }),
  'let-join': z.strictObject({ expectedVersion, agent: code, note }),
  'refuse-join': z.strictObject({ expectedVersion, agent: code, note }),
} as const;

/** `POST /api/v1/cases/{id}/join-requests`: who asks to see a case of another unit, and why. */
export const joinRequestBody = z.strictObject({
  /** For whom: by default for the caller's own agent. */
  agent: code.optional(),
  note,
});
export type JoinRequestBody = z.infer<typeof joinRequestBody>;

/** Nothing of the case but that somebody asked. */
export const joinRequestView = z.object({ number: z.string(), agent: code });
export type JoinRequestView = z.infer<typeof joinRequestView>;

/** `GET /api/v1/join-requests`: those that wait, of the cases that the caller sees. */
export const joinRequestListQuery = z.strictObject({
  /** Of the cases that this agent has, or this unit. */
  owner: code.optional(),
  unit: code.optional(),
  cursor: z
    .string()
    .max(120)
    .regex(/^\d+_[0-9a-f-]{36}_.+$/u)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type JoinRequestListQuery = z.infer<typeof joinRequestListQuery>;

/** Who asks to see a case; the note is read with the case. */
export const waitingJoinView = z.object({
  caseId: uuid,
  number: z.string(),
  owner: z.string().nullable(),
  unit: code.nullable(),
  agent: code,
  at: isoInstant,
  /** Who asked: the agent, or somebody above for them. */
  by: z.string(),
});
export type WaitingJoinView = z.infer<typeof waitingJoinView>;
