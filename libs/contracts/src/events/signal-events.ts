import { z } from 'zod';
import { dimensions, isoInstant, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { surveyKind } from './contact-events.js';
import { defineEvent } from './define-event.js';

/** One rated answer, reduced to what reports count; no personal data. */
export const SatisfactionScored = defineEvent({
  name: 'satisfaction.scored',
  version: 1,
  topic: topics.satisfaction,
  schema: z.object({
    surveyId: uuid,
    caseId: uuid.optional(),
    customerId: uuid.optional(),
    at: isoInstant,
    kind: z.union([surveyKind, z.literal('callback')]),
    score: z.number(),
    satisfied: z.boolean(),
    dimensions: dimensions.optional(),
  }),
});

/** Reasons of a churn score, as the rules name them; a model to come may name others. */
export const churnFactorNames = [
  'threat-leave',
  'threat-regulator',
  'threat-media',
  'threat-legal',
  'repeat-complaint',
  'sla-breached',
  'reopened',
  'remedy-refused',
  'low-score',
  'callback-dissatisfied',
  'callback-refused',
  'callback-unreachable',
  'valued-customer',
] as const;
export type ChurnFactorName = (typeof churnFactorNames)[number];

/** One reason of a churn score; `evidence` names the events it rests on. */
export const churnFactor = z.object({
  name: z.string(),
  weight: z.number(),
  evidence: z.array(uuid),
});
export const churnLevel = z.enum(['none', 'watch', 'warning', 'critical']);

/** A customer's churn level rose. One per customer and rise. */
export const ChurnWarned = defineEvent({
  name: 'churn.warned',
  version: 1,
  topic: topics.churn,
  schema: z.object({
    customerId: uuid,
    /** The customer's latest case. */
    caseId: uuid.optional(),
    at: isoInstant,
    level: churnLevel,
    previous: churnLevel,
    score: z.number().min(0).max(1),
    factors: z.array(churnFactor),
    model: z.string(),
    dimensions: dimensions.optional(),
  }),
});

export const ChurnCleared = defineEvent({
  name: 'churn.cleared',
  version: 1,
  topic: topics.churn,
  schema: z.object({
    customerId: uuid,
    caseId: uuid.optional(),
    at: isoInstant,
    level: churnLevel,
    previous: churnLevel,
    score: z.number().min(0).max(1),
    model: z.string(),
    dimensions: dimensions.optional(),
  }),
});
