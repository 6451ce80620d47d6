import { z } from 'zod';
import { envelope, isoInstant, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

const workStage = z.enum(['control', 'listen', 'establish', 'apologise', 'resolve']);
/** Codes, numbers and flags in the clear; free text sealed under `texts`. */
const evidence = {
  stage: workStage,
  evidence: z.record(z.string(), z.union([z.string(), z.boolean(), z.number()])),
  texts: z.record(z.string(), envelope),
};

/** What a complaint brought along for the stages of its case: a simple one is solved in one call. */
export const ComplaintEvidenceGiven = defineEvent({
  name: 'complaint.evidence-given',
  version: 1,
  topic: topics.complaints,
  schema: z.object({
    complaintId: uuid,
    at: isoInstant,
    stages: z.array(z.object(evidence)).min(1),
    by: z.string(),
  }),
});

/** Evidence that a stage will need was kept; the stage goes on. */
export const CaseEvidenceAdded = defineEvent({
  name: 'case.evidence-added',
  version: 1,
  topic: topics.cases,
  schema: z.object({ caseId: uuid, at: isoInstant, ...evidence, by: z.string() }),
});
