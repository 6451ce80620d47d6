import { z } from 'zod';
import { channel, code, envelope, isoInstant, tier, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

export const answerable = z.enum(['now', 'later']);
/** Why a question becomes no standard. */
export const dismissReason = z.enum(['one-off', 'complaint', 'unclear', 'other']);
export type DismissReason = z.infer<typeof dismissReason>;

const bilingual = z.object({ zh: z.string(), en: z.string() });

/** One approved wording for a type of question is in force: who put it there, and the hash of what. The wording itself is at `/api/v1/standard-answers/{code}`. */
export const StandardAnswerPublished = defineEvent({
  name: 'standard-answer.published',
  version: 1,
  topic: topics.organisation,
  schema: z.object({
    code,
    version: z.number().int(),
    name: bilingual,
    category: code.optional(),
    answerable,
    promisedMinutes: z.number().int().optional(),
    /** The tiers of customers that have a wording of their own. */
    tiers: z.array(tier),
    /** The unit that answers for it. */
    owner: code,
    isActive: z.boolean(),
    /** SHA-256 of the body as it is stored, in hexadecimal. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    at: isoInstant,
    by: z.string(),
  }),
});

const question = { questionId: uuid, at: isoInstant, by: z.string() };

/** Somebody asked something: it was answered at once, it was promised an answer, or no standard fits. */
export const QuestionAsked = defineEvent({
  name: 'question.asked',
  version: 1,
  topic: topics.organisation,
  schema: z.object({
    ...question,
    channel,
    customerId: uuid.optional(),
    status: z.enum(['answered', 'promised', 'waiting']),
    standard: code.optional(),
    dueAt: isoInstant.optional(),
    text: envelope,
  }),
});

/** A question that no standard fitted was looked at: a standard answers it by `dueAt`, or it is dismissed. */
export const QuestionReviewed = defineEvent({
  name: 'question.reviewed',
  version: 1,
  topic: topics.organisation,
  schema: z.object({
    ...question,
    decision: z.enum(['standard', 'dismissed']),
    standard: code.optional(),
    dueAt: isoInstant.optional(),
    reason: dismissReason.optional(),
    note: envelope.optional(),
  }),
});

/** Who asked has the answer that they were promised. */
export const QuestionAnswered = defineEvent({
  name: 'question.answered',
  version: 1,
  topic: topics.organisation,
  schema: z.object({
    ...question,
    channel,
    standard: code,
    dueAt: isoInstant,
    isLate: z.boolean(),
  }),
});

/** The instant of a promise passed without an answer; `at` is that instant. The unit that answers for its standard is told. */
export const QuestionOverdue = defineEvent({
  name: 'question.overdue',
  version: 1,
  topic: topics.organisation,
  schema: z.object({
    questionId: uuid,
    at: isoInstant,
    standard: code,
    owner: code,
    dueAt: isoInstant,
  }),
});
