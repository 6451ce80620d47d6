import { z } from 'zod';
import { code, envelope, isoInstant, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

export const callbackOutcome = z.enum([
  'reached',
  'refused',
  'unreachable',
  'filtered',
  'awaiting-reply',
  'in-progress',
  'expired',
]);

/** An agent rang the customer back. */
export const CallbackRecorded = defineEvent({
  name: 'callback.recorded',
  version: 1,
  topic: topics.callbacks,
  schema: z.object({
    callbackId: uuid,
    caseId: uuid,
    customerId: uuid.optional(),
    type: code,
    outcome: callbackOutcome,
    satisfied: z.boolean().optional(),
    note: envelope.optional(),
    at: isoInstant,
    recordedBy: z.string(),
  }),
});

const score = z.number().int();
/** Answers per item; SERVQUAL pairs what was expected with what was perceived, both 1-7. */
export const surveyAnswers = z.union([
  z.record(code, z.object({ expected: score.min(1).max(7), perceived: score.min(1).max(7) })),
  z.record(code, score.min(1).max(10)),
]);
export type SurveyAnswers = z.infer<typeof surveyAnswers>;
/** Of the scale of its kind: csat 1-5, nps 0-10, ces 1-7. */
export const surveyScore = score.min(0).max(10);
export const surveyKind = z.enum(['csat', 'nps', 'ces', 'servqual', 'csi']);

/** A customer answered a survey about a case, or about the relation as a whole. */
export const SurveyAnswered = defineEvent({
  name: 'survey.answered',
  version: 1,
  topic: topics.surveys,
  schema: z.object({
    surveyId: uuid,
    caseId: uuid.optional(),
    customerId: uuid.optional(),
    kind: surveyKind,
    score: surveyScore.optional(),
    answers: surveyAnswers.optional(),
    comment: envelope.optional(),
    answeredAt: isoInstant,
  }),
});
