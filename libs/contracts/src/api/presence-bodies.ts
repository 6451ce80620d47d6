import { z } from 'zod';
import { caseReference, isoInstant, uuid } from '../primitives.js';

/** Seconds for which somebody is held to be at a case after they last said so; say it again within them. */
export const presenceHeldSeconds = 30;

const doing = z.enum(['viewing', 'composing']);

/** Up to which entry of a case somebody has read it, and which they read beyond that: `sequence` of its timeline. */
const sequence = z.number().int().nonnegative();
const seenMark = z.strictObject({ upTo: sequence, beyond: z.array(sequence).max(1_000) });
export type SeenMark = z.infer<typeof seenMark>;

/** `POST /api/v1/cases/{id}/presence`: what the caller does with the case, until told otherwise or `heldUntil`. */
export const presenceBody = z.strictObject({
  doing,
  /** What they have read of it by now, on whichever device; added to what is kept. */
  seen: seenMark.optional(),
});
export type PresenceBody = z.infer<typeof presenceBody>;

/** `GET /api/v1/streams/presence`: of which case. */
export const presenceQuery = z.strictObject({ case: caseReference });
export type PresenceQuery = z.infer<typeof presenceQuery>;

/** Who is at a case now, whoever came first first. */
export const presenceView = z.object({
  caseId: uuid,
  viewers: z.array(
    z.object({
      username: z.string(),
      /** null of a log-in that is no agent's. */
      agentId: z.string().nullable(),
      doing,
      since: isoInstant,
    }),
  ),
});
export type PresenceView = z.infer<typeof presenceView>;

/** What `POST /api/v1/cases/{id}/presence` answers: also what the caller has read; null where that was never said. */
export const presenceHeldView = presenceView.extend({ seen: seenMark.nullable() });
export type PresenceHeldView = z.infer<typeof presenceHeldView>;
