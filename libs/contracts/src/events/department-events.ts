import { z } from 'zod';
import { code, dimensions, envelope, isoInstant, uuid } from '../primitives.js';
import { transferReason, transferRefusalReason } from '../reasons.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

const event = <S extends z.ZodType>(name: string, schema: S) =>
  defineEvent({ name: `case.${name}`, version: 1, topic: topics.cases, schema });

/** `dimensions` are those after the event: their `unit` is who has the case from here on. */
const base = { caseId: uuid, at: isoInstant, transferId: uuid, dimensions, by: z.string() };
const note = envelope.optional();

/** 转办: the case lies with another unit, which has yet to accept it; until then its owner stays. */
export const CaseTransferred = event(
  'transferred',
  z.object({
    ...base,
    /** Absent where no unit had it yet. */
    from: code.optional(),
    to: code,
    owner: code.optional(),
    reason: transferReason,
    note,
    /** The clock of this transfer, where the policy has one. */
    clockId: z.string().optional(),
  }),
);

/** The unit took it: somebody there owns the case now. */
export const CaseTransferAccepted = event(
  'transfer-accepted',
  z.object({ ...base, unit: code, owner: code }),
);

/** 退单: the unit did not take it; it is with the unit before again. `refusals` counts them since the last acceptance. */
export const CaseTransferRefused = event(
  'transfer-refused',
  z.object({
    ...base,
    unit: code,
    backTo: code.optional(),
    reason: transferRefusalReason,
    note,
    refusals: z.number().int(),
    limit: z.number().int(),
  }),
);

/** Whoever asked takes the case back before the unit has decided; it is with the unit before again, and no refusal is counted. */
export const CaseTransferWithdrawn = event(
  'transfer-withdrawn',
  z.object({ ...base, unit: code, backTo: code.optional() }),
);

/** The unit did its part and gave the case back to whoever had sent it. */
export const CaseHandedBack = event(
  'handed-back',
  z.object({
    ...base,
    unit: code,
    backTo: code.optional(),
    owner: code.optional(),
    result: envelope,
  }),
);
