import { z } from 'zod';
import { caseStage, clockKind } from '../primitives.js';

const bilingual = z.object({ zh: z.string(), en: z.string() });

/** What the house promises for the cases of one rule. */
const promise = z.object({
  rule: z.string(),
  /** Which cases these are; null where the policy does not say it in words. */
  cases: bilingual.nullable(),
  kind: clockKind,
  name: bilingual,
  /** The stage whose end is promised; null where it is not a stage. */
  stage: caseStage.nullable(),
  within: bilingual,
  /** The regulation or promise behind it. */
  source: z.string().nullable(),
});

/** `GET /api/v1/promises`: by when customers are answered, as the policy in force has it. */
export const promisesView = z.object({ policyVersion: z.number().int(), items: z.array(promise) });
export type PromisesView = z.infer<typeof promisesView>;
