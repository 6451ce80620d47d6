import { z } from 'zod';
import { channel, code, envelope, isoInstant, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

/** What a message to the customer is for. */
export const messageKind = z.enum(['acknowledgement', 'interim', 'final', 'letter']);
export type MessageKind = z.infer<typeof messageKind>;

const base = { caseId: uuid, at: isoInstant, messageId: uuid };
const event = <S extends z.ZodType>(name: string, schema: S) =>
  defineEvent({ name: `case.message-${name}`, version: 1, topic: topics.cases, schema });

/** A message was passed for sending; until `sendAt` it can be taken back. */
export const CaseMessageHeld = event(
  'held',
  z.object({
    ...base,
    kind: messageKind,
    channel,
    text: envelope,
    /** Of a mail: its address. */
    to: envelope.optional(),
    sendAt: isoInstant,
    /** The approved wording that it was written from. */
    template: z.object({ id: code, version: z.number().int().min(0) }).optional(),
    /** Of one that went to the customers of many cases with one cause: the case that stands for them, and which answer it was. */
    incident: z.object({ caseId: uuid, answer: uuid }).optional(),
    by: z.string(),
  }),
);

/** A held message was taken back: the customer never sees it. */
export const CaseMessageUndone = event('undone', z.object({ ...base, by: z.string() }));

/** A held message left: `at` is its send instant, whenever that was looked at. */
export const CaseMessageSent = event(
  'sent',
  z.object({ ...base, kind: messageKind, channel, by: z.string() }),
);
