import { z } from 'zod';
import { channel, code, envelope, isoInstant, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

/** What a message is for. */
export const messageKind = z.enum(['acknowledgement', 'interim', 'final', 'letter']);
export type MessageKind = z.infer<typeof messageKind>;

const base = { caseId: uuid, at: isoInstant, messageId: uuid };
const event = <S extends z.ZodType>(name: string, version: number, schema: S) =>
  defineEvent({ name: `case.message-${name}`, version, topic: topics.cases, schema });
const lifted = <S extends z.ZodType>(name: string, schema: S) =>
  defineEvent({
    ...{ name: `case.message-${name}`, version: 1, topic: topics.cases, schema },
    upcast: (data) => data,
  });

const held = {
  ...base,
  kind: messageKind,
  channel,
  text: envelope,
  /** Where it goes: of a mail to the customer its address, of whatever goes to a party what they are reached by. */
  to: envelope.optional(),
  sendAt: isoInstant,
  /** The approved wording that it was written from. */
  template: z.object({ id: code, version: z.number().int().min(0) }).optional(),
  /** Of one that went to the customers of many cases with one cause: the case that stands for them, and which answer it was. */
  incident: z.object({ caseId: uuid, answer: uuid }).optional(),
  by: z.string(),
};
const sent = { ...base, kind: messageKind, channel, by: z.string() };
/** Who takes part beside the customer and is written to instead of them; absent: the customer. */
const partyId = uuid.optional();

/** First shape: every message was to the customer. */
export const CaseMessageHeldV1 = lifted('held', z.object(held));

/** A message was passed for sending; until `sendAt` it can be taken back. */
export const CaseMessageHeld = event('held', 2, z.object({ ...held, partyId }));

/** A held message was taken back: nobody ever sees it. */
export const CaseMessageUndone = event('undone', 1, z.object({ ...base, by: z.string() }));

/** First shape: every message was to the customer. */
export const CaseMessageSentV1 = lifted('sent', z.object(sent));

/** A held message left: `at` is its send instant, whenever that was looked at. */
export const CaseMessageSent = event('sent', 2, z.object({ ...sent, partyId }));
