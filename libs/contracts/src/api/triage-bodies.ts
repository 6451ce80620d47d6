import { z } from 'zod';
import { severity } from '../primitives.js';
import { complaintTier, customerType, emotionLevel } from './coach-bodies.js';

/** Commands about what a complaint and its customer are like. */
export const triageCommandBodies = {
  triage: z
    .strictObject({
      expectedVersion: z.number().int().positive().optional(),
      /** At control only: it sets the clocks. */
      severity: severity.optional(),
      emotionLevel: emotionLevel.optional(),
      customerType: customerType.optional(),
      /** Without it, what severity, threats and emotion suggest. */
      complaintTier: complaintTier.optional(),
      note: z.string().trim().min(1).max(20_000).optional(),
    })
    .refine(
      (body) =>
        [body.severity, body.emotionLevel, body.customerType, body.complaintTier].some(
          (value) => value !== undefined,
        ),
      { error: 'say one thing at least', path: ['emotionLevel'] },
    ),
} as const;

/** What was judged of a case; null before anybody did. */
export const triageView = z.object({
  emotionLevel: emotionLevel.nullable(),
  customerType: customerType.nullable(),
  complaintTier,
});
