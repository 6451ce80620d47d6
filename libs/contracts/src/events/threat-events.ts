import { z } from 'zod';
import { dimensions, envelope, isoInstant, threat, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

/** The customer threatens with something new since the complaint was filed; `source` says who found it. */
export const CaseThreatsFlagged = defineEvent({
  name: 'case.threats-flagged',
  version: 1,
  topic: topics.cases,
  schema: z.object({
    caseId: uuid,
    at: isoInstant,
    /** Those that were not known before. */
    threats: z.array(threat),
    source: z.enum(['agent', 'text']),
    dimensions,
    note: envelope.optional(),
    by: z.string(),
  }),
});
