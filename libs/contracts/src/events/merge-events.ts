import { z } from 'zod';
import {
  caseNumber,
  caseStage,
  clockState,
  dimensions,
  envelope,
  isoInstant,
  uuid,
} from '../primitives.js';
import { mergeReason, unmergeReason } from '../reasons.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';
import { clockFields } from './sla-events.js';

const event = <S extends z.ZodType>(name: string, schema: S) =>
  defineEvent({ name: `case.${name}`, version: 1, topic: topics.cases, schema });

const base = { caseId: uuid, at: isoInstant, dimensions, by: z.string() };
const note = envelope.optional();

/**
 * The case is a duplicate: work goes on in another one. Its entries and files stay with it, its clocks
 * are held, and until `undoUntil` it can be taken out again.
 */
export const CaseMerged = event(
  'merged',
  z.object({
    ...base,
    into: uuid,
    intoNumber: caseNumber,
    reason: mergeReason,
    note,
    undoUntil: isoInstant,
  }),
);

/** It was no duplicate: the case stands where it stood, at `restoredStage`, its clocks as they were. */
export const CaseUnmerged = event(
  'unmerged',
  z.object({
    ...base,
    into: uuid,
    intoNumber: caseNumber,
    restoredStage: caseStage,
    reason: unmergeReason,
    note,
  }),
);

/** Another case was merged into this one. */
export const CaseDuplicateJoined = event(
  'duplicate-joined',
  z.object({ ...base, duplicate: uuid, duplicateNumber: caseNumber }),
);

/** A case that had been merged into this one goes its own way again. */
export const CaseDuplicateLeft = event(
  'duplicate-left',
  z.object({ ...base, duplicate: uuid, duplicateNumber: caseNumber }),
);

/** A clock that was held while its case was merged goes on as if it never had been: `dueAt` did not move. */
export const ClockRestored = defineEvent({
  name: 'sla.clock-restored',
  version: 1,
  topic: topics.sla,
  schema: z.object({ ...clockFields, state: clockState }),
});
