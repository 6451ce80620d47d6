import { z } from 'zod';
import { code, severity } from '../primitives.js';
import { splitReason } from '../reasons.js';

const text = (max: number) => z.string().trim().min(1).max(max);

/**
 * `POST /api/v1/complaints/{id}/split`: the part that goes on as a complaint of its own. Customer, channel
 * and receipt are those of the whole, and so is the unit unless another is given; nothing else is taken over.
 */
export const splitBody = z.strictObject({
  reason: splitReason,
  category: code,
  /** What of the complaint this part is about. */
  statement: text(20_000),
  product: code.optional(),
  remedySought: text(4_000).optional(),
  severity: severity.optional(),
  organisation: code.optional(),
});
export type SplitBody = z.infer<typeof splitBody>;
