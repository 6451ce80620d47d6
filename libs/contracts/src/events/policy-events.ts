import { z } from 'zod';
import { isoInstant } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

/** A policy was published: who, when, and the hash of what. The body itself is at `/api/v1/policies/{version}`. */
export const PolicyPublished = defineEvent({
  name: 'policy.published',
  version: 1,
  topic: topics.sla,
  schema: z.object({
    policy: z.string(),
    version: z.number().int(),
    previous: z.number().int(),
    /** SHA-256 of the body as it is stored, in hexadecimal. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    /** The older version whose body it is again: a roll-back. */
    fromVersion: z.number().int().optional(),
    appliesToOpenCases: z.boolean(),
    at: isoInstant,
    by: z.string(),
  }),
});
