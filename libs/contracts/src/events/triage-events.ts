import { z } from 'zod';
import { complaintTier, customerType, emotionLevel } from '../api/coach-bodies.js';
import { code, envelope, isoInstant, severity, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

/** Somebody judged how grave the complaint is, how the customer feels, and how far it reaches. */
export const CaseTriaged = defineEvent({
  name: 'case.triaged',
  version: 1,
  topic: topics.cases,
  schema: z.object({
    caseId: uuid,
    at: isoInstant,
    severity,
    emotionLevel: emotionLevel.optional(),
    customerType: customerType.optional(),
    complaintTier,
    /** What the facts alone say, where the person judged otherwise. */
    suggestedTier: complaintTier.optional(),
    /** What a supervisor or manager named: only they go below it. */
    heldTier: complaintTier.optional(),
    note: envelope.optional(),
    by: z.string(),
  }),
});

/** Phrases that the hotline bans stood in a text of this case: in which field, and which ones. */
export const CaseWordingFlagged = defineEvent({
  name: 'case.wording-flagged',
  version: 1,
  topic: topics.cases,
  schema: z.object({
    caseId: uuid,
    at: isoInstant,
    found: z.array(z.object({ field: code, phrase: code, times: z.number().int().min(1) })).min(1),
    /** The version of the coach's list. */
    coachVersion: z.number().int().min(0),
    by: z.string(),
  }),
});
