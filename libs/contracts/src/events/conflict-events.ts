import { z } from 'zod';
import { code, envelope, isoInstant, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

/**
 * 回避: the complaint is about these members of staff. `conflicted` are they and the line above them, as the
 * organisation was then: nobody of them is told of the case, or given it.
 */
export const CaseAccusedNamed = defineEvent({
  name: 'case.accused-named',
  version: 1,
  topic: topics.cases,
  schema: z.object({
    caseId: uuid,
    at: isoInstant,
    /** All of them; empty once it turned out to be about nobody. */
    accused: z.array(code),
    conflicted: z.array(code),
    note: envelope.optional(),
    by: z.string(),
  }),
});
