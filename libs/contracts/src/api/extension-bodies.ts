import { z } from 'zod';
import { caseStage, clockKind, clockState, code, isoInstant, uuid } from '../primitives.js';
import { extensionReason } from '../reasons.js';

/** `GET /api/v1/extension-requests`: those that nobody has decided, of the cases that the caller sees. */
export const extensionRequestListQuery = z.strictObject({
  /** Of the cases that this agent has, or this unit. */
  owner: code.optional(),
  unit: code.optional(),
  cursor: z
    .string()
    .max(160)
    .regex(/^\d+_[0-9a-f-]{36}_.+$/u)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ExtensionRequestListQuery = z.infer<typeof extensionRequestListQuery>;

/** Who asks for more time for which clock; the note is read with the case. */
export const waitingExtensionView = z.object({
  caseId: uuid,
  number: z.string(),
  owner: z.string().nullable(),
  unit: code.nullable(),
  at: isoInstant,
  by: z.string(),
  reason: extensionReason,
  clockId: z.string(),
  kind: clockKind,
  stage: caseStage.optional(),
  state: clockState,
  dueAt: isoInstant,
  /** When it would be due; null where it can only be refused, such as of a clock that expired meanwhile. */
  extendedDueAt: isoInstant.nullable(),
});
export type WaitingExtensionView = z.infer<typeof waitingExtensionView>;
