import { z } from 'zod';
import { messageKind } from '../events/message-events.js';
import { caseReference, channel, code, isoInstant, uuid } from '../primitives.js';
import { bulkCommandAnswer } from './bulk-bodies.js';

/** As many cases as belong to an incident, and the one that stands for them. */
const mostCases = 1_001;

/** Ways in which many are answered at once: nobody speaks to them all. */
export const writtenChannel = channel.exclude(['phone', 'visit']);

/**
 * `PUT /api/v1/cases/{id}/incident/answers/{answer}`: a message for each customer of an incident, held as a single one
 * is. Its id is the caller's: given again it sends nothing twice, and is tried where it was refused.
 */
export const incidentAnswerBody = z.strictObject({
  /** Those of `GET /api/v1/cases/{id}/incident` with the version that was read. What joined since is refused unread. */
  cases: z
    .array(z.strictObject({ case: caseReference, expectedVersion: z.number().int().positive() }))
    .min(1)
    .max(mostCases)
    .refine((items) => new Set(items.map((item) => item.case)).size === items.length, {
      error: 'a case is named twice',
      params: { rule: 'unique' },
    }),
  kind: messageKind,
  /** Without it each case is answered the way its complaint came. */
  channel: writtenChannel.optional(),
  /** `{name}` or `{称呼}` and `{number}` or `{单号}` are filled in for each; no other blank may be left. */
  text: z.string().trim().min(1).max(20_000),
  /** The template that it was written from. */
  template: code.optional(),
  /** Later than as soon as all of them are held. */
  sendAt: isoInstant.optional(),
});
export type IncidentAnswerBody = z.infer<typeof incidentAnswerBody>;

const item = bulkCommandAnswer.shape.items.element.extend({
  /** Of the message that is held, or was under this id before. */
  messageId: uuid.optional(),
});

/** What became of each case, in the order in which they were named; last those that were not read. */
export const incidentAnswerView = z.object({
  id: uuid,
  /** When the messages leave: until then they are taken back, each or all. */
  sendAt: isoInstant,
  items: z.array(item),
});
export type IncidentAnswerView = z.infer<typeof incidentAnswerView>;
