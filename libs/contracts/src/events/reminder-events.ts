import { z } from 'zod';
import { envelope, isoInstant, uuid } from '../primitives.js';
import { snoozeReason } from '../reasons.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

const event = <S extends z.ZodType>(name: string, schema: S) =>
  defineEvent({ name: `case.${name}`, version: 1, topic: topics.cases, schema });

/** Nobody is reminded of the case before `until`; what is past due is told all the same. */
export const CaseRemindersSnoozed = event(
  'reminders-snoozed',
  z.object({
    caseId: uuid,
    at: isoInstant,
    until: isoInstant,
    reason: snoozeReason,
    note: envelope.optional(),
    by: z.string(),
  }),
);

/** Reminders go on: those of meanwhile follow, of each clock that still runs the last one. */
export const CaseRemindersResumed = event(
  'reminders-resumed',
  z.object({
    caseId: uuid,
    at: isoInstant,
    cause: z.enum(['expired', 'ended', 'critical']),
    /** Who ended it before its time. */
    by: z.string().optional(),
  }),
);
