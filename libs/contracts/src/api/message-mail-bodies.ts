import { z } from 'zod';
import { caseReference, isoInstant, uuid } from '../primitives.js';

/** `erased`: the customer was, before it could be sent. */
const mailState = z.enum(['waiting', 'delivered', 'parked', 'erased']);

/** `GET /api/v1/message-mails`: newest first. */
export const messageMailListQuery = z.strictObject({
  state: mailState.optional(),
  case: caseReference.optional(),
  cursor: uuid.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type MessageMailListQuery = z.infer<typeof messageMailListQuery>;

/** How the mail of a message to a customer went. */
export const messageMailView = z.object({
  /** Its `Message-ID` begins with it, in every attempt. */
  messageId: uuid,
  caseId: uuid,
  number: z.string(),
  state: mailState,
  attempts: z.number().int(),
  nextAt: isoInstant.nullable(),
  /**
   * What the last attempt met: a reply code of the mail server, or `ETIMEDOUT`, `EAUTH` ...; `recipient-changed` where the
   * party may not be told any more or is reached elsewhere; null without one.
   */
  outcome: z.string().nullable(),
  createdAt: isoInstant,
  deliveredAt: isoInstant.nullable(),
});
export type MessageMailView = z.infer<typeof messageMailView>;
