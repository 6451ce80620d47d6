import { z } from 'zod';
import { code, isoInstant, uuid } from '../primitives.js';
import { transferReason, transferRefusalReason } from '../reasons.js';
import { expectedVersion, note, reasonFrom, text } from './command-fields.js';

/** Commands between units: transfer (转办), acceptance, refusal (退单), giving back. */
export const departmentCommandBodies = {
  transfer: z.strictObject({
    expectedVersion,
    /** The unit that is to take it. */
    to: code,
    reason: reasonFrom(transferReason),
    note,
  }),
  'accept-transfer': z.strictObject({
    expectedVersion,
    /** Who owns the case from here on; absent: the agent who accepts. */
    owner: code.optional(),
  }),
  'refuse-transfer': z.strictObject({
    expectedVersion,
    reason: reasonFrom(transferRefusalReason),
    note,
  }),
  /** Before the unit has decided, by who asked. */
  'withdraw-transfer': z.strictObject({ expectedVersion }),
  'hand-back': z.strictObject({ expectedVersion, result: text }),
} as const;

/** A span in which one unit and owner had the case; the minutes of all spans are those of the case's life. */
const heldSpan = z.object({
  /** null: no unit yet. */
  unit: code.nullable(),
  owner: z.string().nullable(),
  from: isoInstant,
  /** null while they have it. */
  to: isoInstant.nullable(),
  minutes: z.number().int(),
  /** Of an imported case: the support line that its source recorded. */
  line: z.string().optional(),
});

/** `GET /api/v1/cases/{id}/departments`: who had the case for how long. */
export const caseDepartmentsView = z.object({
  unit: code.nullable(),
  owner: z.string().nullable(),
  /** 首问负责: who was asked first, and until when they answered for it; null while nobody was. */
  firstAsked: z
    .object({
      agent: z.string(),
      since: isoInstant,
      /** null while it is still theirs. */
      until: isoInstant.nullable(),
      handedTo: z.string().nullable(),
      how: z.enum(['assigned', 'transfer-accepted', 'safety-taken']).nullable(),
    })
    .nullable(),
  /** From its receipt to its end, without what lay between an end and a reopening. */
  lifeMinutes: z.number().int(),
  spans: z.array(heldSpan),
  units: z.array(z.object({ unit: code.nullable(), minutes: z.number().int() })),
  /** The transfer that waits to be accepted or refused. */
  pending: z
    .object({ transferId: uuid, from: code.nullable(), to: code, since: isoInstant })
    .nullable(),
  /** Since the last acceptance, and how many there may be. */
  refusals: z.number().int(),
  refusalLimit: z.number().int(),
});
export type CaseDepartmentsView = z.infer<typeof caseDepartmentsView>;
