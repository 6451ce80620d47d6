import { z } from 'zod';
import { code } from '../primitives.js';

/** `POST /api/v1/complaints/suggest-category`: what the customer says, so far. It is not stored. */
export const categoryQuestion = z.strictObject({
  statement: z.string().trim().min(1).max(20_000),
  /** How many categories to suggest. */
  limit: z.number().int().min(1).max(10).default(3),
});

export const categorySuggestions = z.object({
  /** How many closed cases the suggestions rest on. */
  learnedCases: z.number().int(),
  /** Likeliest first; confidences of all categories together are 1. */
  suggestions: z.array(
    z.object({
      category: code,
      confidence: z.number().min(0).max(1),
      /** Words of the text that speak for it; the weight is the natural logarithm of how many times likelier they are in it. */
      terms: z.array(z.object({ term: z.string(), weight: z.number() })),
    }),
  ),
});
export type CategorySuggestions = z.infer<typeof categorySuggestions>;
