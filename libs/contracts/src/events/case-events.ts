import { z } from 'zod';
import {
  caseStage,
  channel,
  clockKind,
  clockState,
  code,
  dimensions,
  envelope,
  isoInstant,
  severity,
  threat,
  uuid,
} from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

/** A clock as it stands: enough to recompute its due instant and its verdict. */
export const clockFacts = z.object({
  clockId: z.string(),
  kind: clockKind,
  stage: caseStage.optional(),
  state: clockState,
  startedAt: isoInstant,
  dueAt: isoInstant,
  budget: z.record(z.string(), z.unknown()),
  calendar: z.string(),
  warnings: z.array(z.number()),
  consumedMinutes: z.number(),
  revision: z.number().int(),
  stoppedAt: isoInstant.optional(),
});
export type ClockFacts = z.infer<typeof clockFacts>;

const base = { caseId: uuid, at: isoInstant };
const by = z.string();
const event = <S extends z.ZodType>(name: string, schema: S) =>
  defineEvent({ name: `case.${name}`, version: 1, topic: topics.cases, schema });

/** The case exists, with its owner, the policy rule it matched and its first clocks. */
export const CaseOpened = event(
  'opened',
  z.object({
    ...base,
    number: z.string(),
    customerId: uuid,
    owner: code.optional(),
    priority: severity,
    threats: z.array(threat),
    dimensions,
    policyRule: z.string(),
    policyVersion: z.number().int(),
    clocks: z.array(clockFacts),
    receivedAt: isoInstant,
    externalId: z.string().optional(),
  }),
);

export const CaseAssigned = event(
  'assigned',
  z.object({ ...base, owner: code, unit: code.optional(), by, reason: z.string().optional() }),
);

/** A stage ended with its evidence, or was passed without it and says why. */
export const CaseStageCompleted = event(
  'stage-completed',
  z.object({
    ...base,
    stage: caseStage,
    next: caseStage,
    evidence: z.record(z.string(), z.union([z.string(), z.boolean(), z.number()])),
    texts: z.record(z.string(), envelope),
    skipped: z.string().optional(),
    by,
  }),
);

/** Somebody spoke or wrote to the customer; a phone call or a note counts. */
export const CaseContactRecorded = event(
  'contact-recorded',
  z.object({
    ...base,
    channel,
    direction: z.enum(['inbound', 'outbound']),
    note: envelope.optional(),
    by,
  }),
);

export const CaseResolved = event(
  'resolved',
  z.object({ ...base, resolution: envelope.optional(), by }),
);
export const CaseClosed = event('closed', z.object({ ...base, reason: z.string(), by }));
export const CaseReopened = event('reopened', z.object({ ...base, reason: z.string(), by }));
export const CaseWithdrawn = event('withdrawn', z.object({ ...base, by }));

/** A step that the source system of an import recorded. */
export const CaseHistoryRecorded = event(
  'history-recorded',
  z.object({
    ...base,
    status: z.string().optional(),
    group: z.string().optional(),
    line: z.string().optional(),
    person: z.string().optional(),
    product: z.string().optional(),
  }),
);

/** From here on an imported case is worked like any other: its timers arm, its breaches alert. */
export const CaseWentLive = event('went-live', z.object(base));

/** A callback or survey about this case arrived. */
export const CaseFeedbackNoted = event(
  'feedback-noted',
  z.object({
    ...base,
    source: z.enum(['callback', 'survey']),
    sourceId: uuid,
    outcome: z.string(),
    satisfied: z.boolean().optional(),
  }),
);
