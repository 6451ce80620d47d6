import { z } from 'zod';
import { code, envelope, isoInstant, uuid } from '../primitives.js';
import { orderKind } from '../api/order-codes.js';
import { transferRefusalReason } from '../reasons.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

const event = <S extends z.ZodType>(name: string, schema: S) =>
  defineEvent({ name: `case.${name}`, version: 1, topic: topics.cases, schema });

const base = { caseId: uuid, at: isoInstant };
const about = { orderId: uuid, kind: orderKind, unit: code };
const ended = { ...base, ...about, by: z.string() };

/** A unit has to answer by an instant, beside the unit that has the case: 会办, 督办, follow-up. */
export const CaseOrderGiven = event(
  'order-given',
  z.object({
    ...ended,
    dueAt: isoInstant,
    /** Absent where the end of the case gave it. */
    text: envelope.optional(),
  }),
);

/** The due instant of an order passed without an answer; `at` is that instant. */
export const CaseOrderOverdue = event('order-overdue', z.object({ ...base, ...about }));

/** The unit answered, on time or late. */
export const CaseOrderAnswered = event(
  'order-answered',
  z.object({ ...ended, isLate: z.boolean(), answer: envelope }),
);

/** The unit does not take part and says why. */
export const CaseOrderDeclined = event(
  'order-declined',
  z.object({ ...ended, reason: transferRefusalReason, note: envelope.optional() }),
);

/** Nobody needs the answer any more: somebody said so, or the case ended or was opened again. */
export const CaseOrderDropped = event(
  'order-dropped',
  z.object({ ...ended, note: envelope.optional() }),
);

/** The complaint is about somebody's conduct: their supervision desk sees to it, and follows up after the end. */
export const CaseProblemMarked = event(
  'problem-marked',
  z.object({
    ...base,
    by: z.string(),
    accused: code,
    desk: code,
    followUpDays: z.number().int(),
    text: envelope,
  }),
);
