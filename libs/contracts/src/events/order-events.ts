import { z } from 'zod';
import { code, envelope, isoInstant, uuid } from '../primitives.js';
import { orderKind, orderMatter, problemKind } from '../api/order-codes.js';
import { transferRefusalReason } from '../reasons.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

const event = <S extends z.ZodType>(name: string, schema: S, version = 1) =>
  defineEvent({ name: `case.${name}`, version, topic: topics.cases, schema });

const base = { caseId: uuid, at: isoInstant };
const about = { orderId: uuid, kind: orderKind, unit: code };
const ended = { ...base, ...about, by: z.string() };

const given = {
  ...ended,
  dueAt: isoInstant,
  /** Absent where the end of the case gave it. */
  text: envelope.optional(),
};

/** First shape: did not say what an order is about. */
export const CaseOrderGivenV1 = defineEvent({
  name: 'case.order-given',
  version: 1,
  topic: topics.cases,
  schema: z.object(given),
  upcast: (data) => data,
});

/** A unit has to answer by an instant, beside the unit that has the case: 会办, 督办, follow-up. */
export const CaseOrderGiven = event(
  'order-given',
  z.object({
    ...given,
    matter: orderMatter.optional(),
    /** Of an order to the desk of a problem item, while the case goes on and after its end. */
    problemKind: problemKind.optional(),
  }),
  2,
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

const marked = {
  ...base,
  by: z.string(),
  accused: code,
  desk: code,
  followUpDays: z.number().int(),
  text: envelope,
};

/** First shape: what they are said to have done stood in the text alone. */
export const CaseProblemMarkedV1 = defineEvent({
  name: 'case.problem-marked',
  version: 1,
  topic: topics.cases,
  schema: z.object(marked),
  upcast: (data) => data,
});

/** The complaint is about somebody's conduct: their supervision desk sees to it, and follows up after the end. */
export const CaseProblemMarked = event(
  'problem-marked',
  z.object({ ...marked, kind: problemKind.optional() }),
  2,
);
