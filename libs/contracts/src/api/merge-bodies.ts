import { z } from 'zod';
import { caseReference } from '../primitives.js';
import { mergeReason, unmergeReason } from '../reasons.js';
import { expectedVersion, note, reasonFrom } from './command-fields.js';

/** Commands on a duplicate. */
export const mergeCommandBodies = {
  merge: z.strictObject({
    expectedVersion,
    /** The case, by id or number, in which the work goes on; it was received first. */
    into: caseReference,
    reason: reasonFrom(mergeReason),
    note,
  }),
  unmerge: z.strictObject({ expectedVersion, reason: reasonFrom(unmergeReason), note }),
} as const;
