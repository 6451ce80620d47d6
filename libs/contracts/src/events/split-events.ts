import { z } from 'zod';
import { caseNumber, dimensions, isoInstant, uuid } from '../primitives.js';
import { splitReason } from '../reasons.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

const whole = { from: uuid, fromNumber: caseNumber, reason: splitReason };

/** The complaint is a part of another one, which held more than one matter. It follows the complaint's registration. */
export const ComplaintSplitOff = defineEvent({
  name: 'complaint.split-off',
  version: 1,
  topic: topics.complaints,
  schema: z.object({ complaintId: uuid, at: isoInstant, ...whole, by: z.string() }),
});

/** The case is about a part of another case's complaint. */
export const CaseSplitOff = defineEvent({
  name: 'case.split-off',
  version: 1,
  topic: topics.cases,
  schema: z.object({ caseId: uuid, at: isoInstant, ...whole, dimensions, by: z.string() }),
});

/** A part of the complaint goes on as a case of its own. */
export const CasePartSplit = defineEvent({
  name: 'case.part-split',
  version: 1,
  topic: topics.cases,
  schema: z.object({
    caseId: uuid,
    at: isoInstant,
    part: uuid,
    partNumber: caseNumber,
    reason: splitReason,
    dimensions,
    by: z.string(),
  }),
});
