import { z } from 'zod';
import { caseStage, isoInstant } from '../primitives.js';
import { overrideReason } from '../reasons.js';
import { expectedVersion, note, reasonFrom } from './command-fields.js';

/** Ends a stage without the evidence that it still asks for. */
export const overrideCommandBodies = {
  'override-stage': z.strictObject({
    expectedVersion,
    /** The one that the case is at. */
    stage: z.enum(['control', 'listen', 'establish', 'apologise', 'resolve']),
    reason: reasonFrom(overrideReason),
    note,
  }),
} as const;

/** A stage that ended without all of its evidence: what was missing, why it ended all the same, who said so. */
export const overriddenStage = z.object({
  stage: caseStage,
  missing: z.array(z.string()),
  reason: overrideReason,
  at: isoInstant,
  by: z.string(),
});
