import { z } from 'zod';
import { clockKind, dimensions, isoInstant, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { clockFacts } from './case-events.js';
import { defineEvent } from './define-event.js';

/** The fields every event about a clock carries. */
export const clockFields = {
  caseId: uuid,
  clockId: z.string(),
  kind: clockKind,
  revision: z.number().int(),
  at: isoInstant,
  dueAt: isoInstant,
  owner: z.string().optional(),
  dimensions,
};
const event = <S extends z.ZodType>(name: string, schema: S) =>
  defineEvent({ name, version: 1, topic: topics.sla, schema });

/** A clock that was not among the first ones started: the next stage's, the next update's, a reopened one. */
export const ClockStarted = event(
  'sla.clock-started',
  z.object({
    caseId: uuid,
    at: isoInstant,
    clock: clockFacts,
    linkedTo: z.string().optional(),
    dimensions,
  }),
);

/** A share of the budget is used up. Once per clock, revision and threshold. */
export const WarningReached = event(
  'sla.warning-reached',
  z.object({ ...clockFields, threshold: z.number() }),
);

/** The due instant passed with the clock running; `at` is the due instant, never when a job looked. */
export const ClockBreached = event('sla.breached', z.object(clockFields));

/** The clock stopped at or before its due instant. */
export const ClockMet = event('sla.met', z.object({ ...clockFields, startedAt: isoInstant }));

/** What it timed ended after a breach: the verdict stays, the lateness is now known. */
export const ClockStoppedLate = event(
  'sla.stopped-late',
  z.object({ ...clockFields, lateMinutes: z.number() }),
);
export const ClockCancelled = event(
  'sla.clock-cancelled',
  z.object({ ...clockFields, reason: z.string() }),
);

/** A still open case was judged at an instant, as an import asks with `--as-of`. */
export const ClockJudged = event(
  'sla.judged',
  z.object({ ...clockFields, verdict: z.enum(['open-overdue', 'open-running']) }),
);
