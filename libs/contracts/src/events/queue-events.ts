import { z } from 'zod';
import { code, dimensions, envelope, isoInstant, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

/** What somebody did for a case while the time ran. */
export const handlingActivity = z.enum([
  'call',
  'wrap-up',
  'research',
  'writing',
  'coordination',
  'visit',
  'other',
]);
export type HandlingActivity = z.infer<typeof handlingActivity>;

const event = <S extends z.ZodType>(name: string, schema: S) =>
  defineEvent({ name: `case.${name}`, version: 1, topic: topics.cases, schema });

const base = { caseId: uuid, at: isoInstant, dimensions, by: z.string() };
const seconds = z.number().int().min(0);
const cost = z.number().min(0);

/** Somebody put the case into another queue than the one that its policy gave it; `before` is absent where it was in none. */
export const CaseQueueChanged = event(
  'queue-changed',
  z.object({ ...base, before: code.optional(), queue: code, note: envelope.optional() }),
);

/**
 * Time that somebody spent on the case. The targets and the cost are those of its queue at that instant, absent
 * where it is in none or the queue names none; totals are of the case's whole life.
 */
export const CaseHandlingRecorded = event(
  'handling-recorded',
  z.object({
    ...base,
    handlingId: uuid,
    activity: handlingActivity,
    seconds,
    totalSeconds: seconds,
    queue: code.optional(),
    targetSeconds: seconds.optional(),
    isOverTarget: z.boolean(),
    /** Of one call. */
    limitSeconds: seconds.optional(),
    isOverLimit: z.boolean(),
    cost: cost.optional(),
    totalCost: cost.optional(),
  }),
);
