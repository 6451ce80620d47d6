import { z } from 'zod';
import { answerable, dismissReason } from '../events/standard-events.js';
import { channel, code, isoInstant, tier, uuid } from '../primitives.js';
import { note } from './command-fields.js';

const text = (max: number) => z.string().trim().min(1).max(max);
const bilingual = (max: number) => z.strictObject({ zh: text(max), en: text(max) });

/** What customers of a tier are told, and what they have besides. */
const tierAnswer = z.strictObject({
  wording: bilingual(4_000),
  benefit: bilingual(1_000).optional(),
});

const standard = z.strictObject({
  /** The type of question, as staff call it. */
  name: bilingual(200),
  /** Only for questions about this category; absent: about any. */
  category: code.optional(),
  /** Ways in which it is asked, in any language. */
  questions: z.array(text(500)).min(1).max(50),
  answerable,
  /** Of one that is answered later: by when the customer has the answer. */
  promisedMinutes: z.number().int().min(1).max(525_600).optional(),
  /** A tier without a wording of its own hears that of the next one below. */
  tiers: z.strictObject({
    standard: tierAnswer,
    quality: tierAnswer.optional(),
    key: tierAnswer.optional(),
    vip: tierAnswer.optional(),
  }),
  /** The unit that answers for it. */
  owner: code,
  /** Nobody is told one that is not active. */
  isActive: z.boolean().default(true),
});

/** `PUT /api/v1/standard-answers/{code}`: a type of question, and the one wording in which it is answered. */
export const standardAnswerBody = standard.refine(
  (body) => (body.answerable === 'later') === (body.promisedMinutes !== undefined),
  {
    error: 'give it for what is answered later, and only for that',
    path: ['promisedMinutes'],
    params: { rule: 'promise' },
  },
);
export type StandardAnswerBody = z.infer<typeof standardAnswerBody>;

/** Query of `PUT /api/v1/standard-answers/{code}`. */
export const standardPublishQuery = z.strictObject({
  /** The version in force that the author saw, 0 for none; another one answers 409. */
  expectedVersion: z.coerce.number().int().min(0).optional(),
});
export type StandardPublishQuery = z.infer<typeof standardPublishQuery>;

/** Query of `GET /api/v1/standard-answers/{code}`: an earlier version; by default the one in force. */
export const standardVersionQuery = z.strictObject({
  version: z.coerce.number().int().min(1).optional(),
});
export type StandardVersionQuery = z.infer<typeof standardVersionQuery>;

export const standardAnswerView = z.object({
  code,
  version: z.number().int(),
  publishedBy: z.string(),
  publishedAt: isoInstant,
  ...standard.shape,
});
export type StandardAnswerView = z.infer<typeof standardAnswerView>;
/** `GET /api/v1/standard-answers`: those in force, with how often each was asked for. */
export const standardAnswersView = z.object({
  items: z.array(standardAnswerView.extend({ asked: z.number().int() })),
});
export type StandardAnswersView = z.infer<typeof standardAnswersView>;

/** `POST /api/v1/standard-answers/find`: what the customer asks. It is not stored. */
export const standardQuestion = z.strictObject({
  question: text(4_000),
  /** By default that of the customer, or `standard` where nobody knows who asks. */
  tier: tier.optional(),
  customer: z.strictObject({ id: uuid }).optional(),
  category: code.optional(),
  limit: z.number().int().min(1).max(10).default(3),
});
export type StandardQuestion = z.infer<typeof standardQuestion>;

/** The standards that fit, best first; none where the question should wait for a review. */
export const standardMatchesView = z.object({
  items: z.array(
    z.object({
      code,
      version: z.number().int(),
      name: bilingual(200),
      answerable,
      /** By when the customer has the answer, promised now; null where it is answered at once. */
      promisedBy: isoInstant.nullable(),
      /** Whose wording it is: the caller's tier, or the next one below that has one. */
      tier,
      wording: bilingual(4_000),
      benefit: bilingual(1_000).nullable(),
      owner: code,
      /** 0 to 1: what the question shares with the likeliest way to ask it, and the terms of both. */
      similarity: z.number(),
      terms: z.array(z.string()),
    }),
  ),
});
export type StandardMatchesView = z.infer<typeof standardMatchesView>;

/** `POST /api/v1/questions`: somebody asked something. Without a standard it waits for a review. */
export const questionBody = z.strictObject({
  text: text(4_000),
  channel,
  customer: z.strictObject({ id: uuid }).optional(),
  /** The standard that it is answered by. */
  standard: code.optional(),
  /** By when the customer was told to have the answer; of one without a standard, which promises by itself. */
  promisedBy: isoInstant.optional(),
  /** A reference of the asking system: the same again finds the question, and adds none. */
  externalId: z.string().trim().min(1).max(200).optional(),
});
export type QuestionBody = z.infer<typeof questionBody>;

const questionStatus = z.enum(['waiting', 'promised', 'answered', 'dismissed']);

export const questionView = z.object({
  id: uuid,
  askedAt: isoInstant,
  askedBy: z.string(),
  channel,
  customerId: uuid.nullable(),
  status: questionStatus,
  standard: code.nullable(),
  /** The unit that answers for its standard. */
  owner: code.nullable(),
  /** By when an answer was promised. */
  dueAt: isoInstant.nullable(),
  /** The promise was not kept, or has run out; one that waits for its review may be promised too. */
  isLate: z.boolean(),
  /** Null where the list was asked for without. */
  text: z.string().nullable(),
  decidedAt: isoInstant.nullable(),
  decidedBy: z.string().nullable(),
  /** Why it was dismissed. */
  reason: dismissReason.nullable(),
});
export type QuestionView = z.infer<typeof questionView>;

/** `GET /api/v1/questions`: the oldest first, unless asked otherwise. */
export const questionListQuery = z.strictObject({
  status: questionStatus.optional(),
  standard: code.optional(),
  /** `true`: only those whose promise has run out or was not kept. */
  late: z.enum(['true', 'false']).optional(),
  /**
   * `true`: only those that the caller noted, or that the caller's unit or one beneath it answers for: by their standard,
   * or, until they are reviewed, because somebody there noted them.
   */
  mine: z.enum(['true', 'false']).optional(),
  /** `due`: those with a promise, the one that runs out first in front. */
  sort: z.enum(['asked', 'due']).default('asked'),
  /** `false`: without what was asked, as for a count; nobody is noted then as having seen it. */
  texts: z.enum(['true', 'false']).default('true'),
  cursor: z
    .string()
    .regex(/^\d+_[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type QuestionListQuery = z.infer<typeof questionListQuery>;

/** `POST /api/v1/questions/{id}/review`: which standard answers it from now on, or why none does. */
export const questionReviewBody = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.literal('standard'),
    standard: code,
    /** The question in general words, without the customer's: it is found by them from now on. */
    example: text(500).optional(),
    note,
  }),
  z.strictObject({ decision: z.literal('dismissed'), reason: dismissReason, note }),
]);
export type QuestionReviewBody = z.infer<typeof questionReviewBody>;

/** `POST /api/v1/questions/{id}/answer`: the customer has the answer. */
export const questionAnswerBody = z.strictObject({ channel });
export type QuestionAnswerBody = z.infer<typeof questionAnswerBody>;
