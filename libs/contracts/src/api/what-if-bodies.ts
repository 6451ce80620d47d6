import { z } from 'zod';
import { caseStage, clockKind, isoInstant, uuid } from '../primitives.js';

const count = z.number().int();
const verdict = z.enum(['met', 'breached', 'open', 'none']);

/** Query of `POST /api/v1/policies/what-if`: how many clocks that flip are listed; the totals count all. */
export const whatIfQuery = z.strictObject({
  limit: z.coerce.number().int().min(0).max(200).default(20),
});
export type WhatIfQuery = z.infer<typeof whatIfQuery>;

const whatIfGroup = z.object({
  kind: z.string().meta({ description: 'a kind of clock; with its stage, `stage/listen`' }),
  dimension: z.enum(['all', 'category', 'severity', 'tier', 'channel', 'product', 'unit']),
  value: z.string(),
  clocks: count,
  recorded: z.object({ met: count, breached: count, open: count, none: count }),
  simulated: z.object({ met: count, breached: count, open: count, none: count, warned: count }),
  toMet: count,
  toBreached: count,
});

const whatIfFlip = z.object({
  caseId: uuid,
  number: z.string(),
  kind: clockKind,
  stage: caseStage.optional(),
  before: verdict,
  after: verdict,
  dueBefore: isoInstant,
  dueAfter: isoInstant,
  why: z.object({ zh: z.string(), en: z.string() }),
});

/** `POST /api/v1/policies/what-if`: what the cases there were would have come to; as docs/what-if.md says. */
export const whatIfView = z.object({
  clocks: count,
  cancelled: count,
  toMet: count,
  toBreached: count,
  groups: z.array(whatIfGroup),
  flips: z.array(whatIfFlip),
});
export type WhatIfView = z.infer<typeof whatIfView>;
