import { z } from 'zod';
import { channel, code, isoInstant, uuid } from '../primitives.js';
import { messageKind } from '../events/message-events.js';

const text = z.string().trim().min(1).max(20_000);

/** Messages to the customer, or to whoever takes part in the case beside them. */
export const messageCommandBodies = {
  /**
   * Held for 10 s, then sent. `expectedVersion` is the version that the writer has read: whoever has
   * not seen the latest entries of the case is refused.
   */
  'send-message': z
    .strictObject({
      expectedVersion: z.number().int().positive(),
      kind: messageKind,
      channel,
      text,
      /** To whom of the parties, who must be one that may be told; absent: to the customer. */
      partyId: uuid.optional(),
      /** Where a mail to the customer goes: asked of messages by `email`, and of no others. */
      to: z.email().max(254).optional(),
      /** It goes to another address than the last mail of the case, and is meant to. */
      confirmRecipient: z.literal(true).optional(),
      /** The template that it was written from. */
      template: code.optional(),
      /** Later than in 10 s: a letter for tomorrow, an interim reply for the morning. */
      sendAt: isoInstant.optional(),
    })
    .refine(({ partyId, to }) => partyId === undefined || to === undefined, {
      error: 'a party is written to where the case says that they are reached',
      path: ['to'],
      params: { rule: 'of-party' },
    }),
  'undo-message': z.strictObject({
    expectedVersion: z.number().int().positive().optional(),
    messageId: uuid,
  }),
} as const;
