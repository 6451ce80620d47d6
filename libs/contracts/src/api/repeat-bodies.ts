import { z } from 'zod';
import { code, isoInstant, uuid } from '../primitives.js';

/** `POST /api/v1/complaints/repeats`: a complaint as far as it is known, before it is filed. In a body, as addresses get logged. */
export const repeatQuery = z.strictObject({
  statement: z.string().trim().min(1).max(20_000),
  customerId: uuid.optional(),
  phone: z.string().max(40).optional(),
  product: code.optional(),
  /** How far back. */
  days: z.number().int().min(1).max(365).default(90),
});

/** Why an earlier complaint is shown. */
const repeatReason = z.enum(['customer', 'product', 'text']);
export type RepeatReason = z.infer<typeof repeatReason>;

/**
 * An earlier complaint by number and codes: nothing of who complained, nothing said that was not asked
 * with. Of one whose case the caller does not see there are neither codes nor terms: who has it can be
 * asked for it (`request-to-join`).
 */
const repeatView = z.object({
  complaintId: uuid,
  number: z.string(),
  receivedAt: isoInstant,
  isHidden: z.boolean(),
  category: code.nullable(),
  product: code.nullable(),
  because: z.array(repeatReason).min(1),
  /** Share of the terms of both texts that stand in both, 0 to 1; null of what is hidden. */
  similarity: z.number().min(0).max(1).nullable(),
  /** Those terms, at most eight. */
  terms: z.array(z.string()).max(8),
  /** The same customer said much the same. */
  isLikelyDuplicate: z.boolean(),
});
export type RepeatView = z.infer<typeof repeatView>;

export const repeatsView = z.object({
  /** How often this customer complained in those days, at most 200. */
  byCustomer: z.number().int(),
  /** Likely duplicates first, then the most similar; at most 20. */
  items: z.array(repeatView).max(20),
});
export type RepeatsView = z.infer<typeof repeatsView>;

/** What was said of a likely repeat: nothing yet, or how the cases belong together, or that they do not. */
const repeatAnswer = z.enum(['open', 'linked', 'ruled-out', 'merged', 'split', 'incident']);
export type RepeatAnswer = z.infer<typeof repeatAnswer>;

/** `GET /api/v1/cases/{id}/repeats`: the likely ones, most alike first, with what was said of each. */
export const caseRepeatsView = z.object({
  items: z
    .array(
      repeatView.extend({
        answer: repeatAnswer,
        /** The policy of the case asks for an answer: `establish` does not end before, nor is it closed. */
        isRequired: z.boolean(),
      }),
    )
    .max(20),
});
export type CaseRepeatsView = z.infer<typeof caseRepeatsView>;
