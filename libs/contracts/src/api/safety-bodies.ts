import { z } from 'zod';
import { channel, code, isoInstant, uuid } from '../primitives.js';
import { expectedVersion, note, text } from './command-fields.js';
import {
  safetyCause,
  safetyFinding,
  safetyOutcome,
  safetyRecipient,
  safetyReporter,
  safetyStatus,
  seriousness,
} from './safety-codes.js';

const unique = (all: readonly string[]) => new Set(all).size === all.length;

/** Commands on what is no complaint to be settled but a safety report. */
export const safetyCommandBodies = {
  /** The whole case is one; where a complaint remains beside it, split it first. */
  'leave-for-safety': z.strictObject({
    expectedVersion,
    /** One that the policy keeps out of the normal flow. */
    category: code,
    note,
  }),
  'take-safety-report': z.strictObject({
    expectedVersion,
    /** Who owns the case from here on; absent: the agent who takes it. */
    owner: code.optional(),
  }),
  'report-adverse-event': z.strictObject({
    expectedVersion,
    reporter: safetyReporter,
    seriousness: z
      .array(seriousness)
      .max(6)
      .refine(unique, { error: 'it is named twice', params: { rule: 'unique' } }),
    outcome: safetyOutcome,
    /** Absent: the one that the complaint names. */
    product: code.optional(),
    batch: text.optional(),
    onsetAt: isoInstant.optional(),
    /** As the patient may be named: initials, sex, age. */
    patient: text,
    reaction: text,
  }),
  'record-safety-submission': z.strictObject({
    expectedVersion,
    recipient: safetyRecipient,
    channel,
    name: text.optional(),
    reference: text.optional(),
    /** When it left, where that was earlier. */
    at: isoInstant.optional(),
  }),
  'end-safety-report': z
    .strictObject({ expectedVersion, finding: safetyFinding, note })
    .refine(({ finding, note: why }) => finding === 'reported' || why !== undefined, {
      error: 'say why it goes to no authority',
      path: ['note'],
      params: { rule: 'required' },
    }),
} as const;

const told = { at: isoInstant, by: z.string() };
/** null where there is none or the customer was erased. */
const words = z.string().nullable();

/** `GET /api/v1/cases/{id}/safety`: who reported what to whom, and when. */
export const safetyView = z.object({
  status: safetyStatus,
  desk: code,
  left: z.object({
    ...told,
    cause: safetyCause,
    category: code,
    unit: code.nullable(),
    note: words,
  }),
  taken: z.object({ ...told, owner: z.string() }).nullable(),
  reports: z.array(
    z.object({
      ...told,
      version: z.number().int(),
      reporter: safetyReporter,
      seriousness: z.array(seriousness),
      outcome: safetyOutcome,
      product: code,
      onsetAt: isoInstant.nullable(),
      batch: words,
      patient: words,
      reaction: words,
    }),
  ),
  submissions: z.array(
    z.object({
      ...told,
      version: z.number().int(),
      recipient: safetyRecipient,
      channel,
      name: words,
      reference: words,
    }),
  ),
  ended: z.object({ ...told, finding: safetyFinding, note: words }).nullable(),
  /** What it still takes to end as reported. */
  missing: z.array(z.string()),
});
export type SafetyView = z.infer<typeof safetyView>;

/** `GET /api/v1/safety-reports`: the register, what left the normal flow last first. */
export const safetyListQuery = z.strictObject({
  desk: code.optional(),
  status: safetyStatus.optional(),
  serious: z.enum(['true', 'false']).optional(),
  cursor: z
    .string()
    .regex(/^\d+_[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type SafetyListQuery = z.infer<typeof safetyListQuery>;

/** A safety report in the register; what it says is read with its case. */
export const safetyListItem = z.object({
  caseId: uuid,
  number: z.string(),
  desk: code,
  status: safetyStatus,
  category: code,
  product: code.nullable(),
  seriousness: z.array(seriousness),
  leftAt: isoInstant,
  reportedAt: isoInstant.nullable(),
  /** When the authority was first sent it. */
  submittedAt: isoInstant.nullable(),
  endedAt: isoInstant.nullable(),
});
export type SafetyListItem = z.infer<typeof safetyListItem>;
