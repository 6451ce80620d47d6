import { z } from 'zod';
import { caseStage, dimensions, envelope, isoInstant, uuid } from '../primitives.js';
import { overrideReason } from '../reasons.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

/** A supervisor ended a stage without the evidence that it asks for; the end of the stage follows. */
export const CaseStageOverridden = defineEvent({
  name: 'case.stage-overridden',
  version: 1,
  topic: topics.cases,
  schema: z.object({
    caseId: uuid,
    at: isoInstant,
    stage: caseStage,
    /** Names of evidence, as `missing` of a case lists them. */
    missing: z.array(z.string()),
    reason: overrideReason,
    note: envelope.optional(),
    dimensions,
    by: z.string(),
  }),
});
