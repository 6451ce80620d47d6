import { z } from 'zod';
import { caseStage, clockKind, dimensions, isoInstant, uuid } from '../primitives.js';

/** A clock as a what-if replays it: one compact row. `open` is one without a verdict. */
export const recordedClockView = z.object({
  caseId: uuid,
  number: z.string(),
  clockId: z.string(),
  kind: clockKind,
  stage: caseStage.optional(),
  dimensions,
  startedAt: isoInstant,
  stoppedAt: isoInstant.optional(),
  dueAt: isoInstant,
  verdict: z.enum(['met', 'breached', 'open', 'cancelled']),
  pauses: z
    .array(z.object({ from: isoInstant, to: isoInstant.optional(), reason: z.string() }))
    .optional(),
  extensions: z.array(z.record(z.string(), z.unknown())).optional(),
});
export type RecordedClockView = z.infer<typeof recordedClockView>;

/** `GET /api/v1/clocks`: the clocks of `limit` cases, by case; `next` of one page is `after` of the next. */
export const recordedClocksQuery = z.strictObject({
  after: uuid.optional(),
  limit: z.coerce.number().int().min(1).max(2_000).default(500),
});
export type RecordedClocksQuery = z.infer<typeof recordedClocksQuery>;
