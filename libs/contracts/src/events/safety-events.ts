import { z } from 'zod';
import {
  safetyCause,
  safetyFinding,
  safetyOutcome,
  safetyRecipient,
  safetyReporter,
  seriousness,
} from '../api/safety-codes.js';
import { caseStage, channel, code, dimensions, envelope, isoInstant, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

const event = <S extends z.ZodType>(name: string, schema: S) =>
  defineEvent({ name: `case.${name}`, version: 1, topic: topics.cases, schema });

const base = { caseId: uuid, at: isoInstant, dimensions, by: z.string() };

/** It is no complaint to be settled but a safety report: a desk has it, under a rule of its own. */
export const CaseLeftForSafety = event(
  'left-for-safety',
  z.object({
    ...base,
    desk: code,
    cause: safetyCause,
    /** What it was about, and whose it was; the dimensions say what it is now. */
    before: z.object({ category: code, unit: code.optional() }),
    /** At which it stands from here on: it passes no other. */
    stage: caseStage,
    policyRule: z.string(),
    policyVersion: z.number().int(),
    note: envelope.optional(),
  }),
);

/** Somebody at the desk took the report on and owns the case from here on. */
export const CaseSafetyTaken = event('safety-taken', z.object({ ...base, owner: code }));

/** What is known of an adverse event; a later version says all of it anew. */
export const CaseSafetyReported = event(
  'safety-reported',
  z.object({
    ...base,
    version: z.number().int(),
    reporter: safetyReporter,
    /** Empty: not serious. */
    seriousness: z.array(seriousness),
    outcome: safetyOutcome,
    product: code,
    batch: envelope.optional(),
    /** When it began, as far as that is known. */
    onsetAt: isoInstant.optional(),
    patient: envelope,
    reaction: envelope,
  }),
);

/** A version of the report was sent to somebody; `at` is when it left. */
export const CaseSafetySubmitted = event(
  'safety-submitted',
  z.object({
    ...base,
    version: z.number().int(),
    recipient: safetyRecipient,
    channel,
    /** Who it is, and what they confirmed it by. */
    name: envelope.optional(),
    reference: envelope.optional(),
  }),
);

/** The desk is done with it; the end of the case follows. */
export const CaseSafetyEnded = event(
  'safety-ended',
  z.object({ ...base, finding: safetyFinding, note: envelope.optional() }),
);
