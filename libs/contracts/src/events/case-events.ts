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
  tier,
  uuid,
} from '../primitives.js';
import {
  amendReason,
  assignReason,
  closedReason,
  knownReason,
  reopenedReason,
} from '../reasons.js';
import { topics } from '../topics.js';
import { surveyAnswers, surveyScore } from './contact-events.js';
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

const assigned = { ...base, owner: code, unit: code.optional(), by };
const reasoned = { ...base, by, note: envelope.optional() };

/** First shape: its reason was free text, which anybody who reads the topic could read. */
export const CaseAssignedV1 = defineEvent({
  name: 'case.assigned',
  version: 1,
  topic: topics.cases,
  schema: z.object({ ...assigned, reason: z.string().optional() }),
  upcast: ({ reason, ...data }) => ({
    ...data,
    ...(reason !== undefined && { reason: knownReason(assignReason, reason) }),
  }),
});

/** Another owner; the reason is a code, and what is said besides is sealed. */
export const CaseAssigned = defineEvent({
  name: 'case.assigned',
  version: 2,
  topic: topics.cases,
  schema: z.object({ ...assigned, reason: assignReason.optional(), note: envelope.optional() }),
});

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

const contact = {
  ...base,
  channel,
  direction: z.enum(['inbound', 'outbound']),
  note: envelope.optional(),
  by,
};

/** First shape: every contact was with the customer. */
export const CaseContactRecordedV1 = defineEvent({
  name: 'case.contact-recorded',
  version: 1,
  topic: topics.cases,
  schema: z.object(contact),
  upcast: (data) => data,
});

/** Somebody spoke or wrote to the customer, or to a party of the case; a phone call or a note counts. */
export const CaseContactRecorded = defineEvent({
  name: 'case.contact-recorded',
  version: 2,
  topic: topics.cases,
  schema: z.object({
    ...contact,
    /** Whom of the parties it was with; absent: the customer. */
    partyId: uuid.optional(),
  }),
});

export const CaseResolved = event(
  'resolved',
  z.object({ ...base, resolution: envelope.optional(), by }),
);

/** First shape: its reason was free text. */
export const CaseClosedV1 = defineEvent({
  name: 'case.closed',
  version: 1,
  topic: topics.cases,
  schema: z.object({ ...base, reason: z.string(), by }),
  upcast: (data) => ({ ...data, reason: knownReason(closedReason, data.reason) }),
});
export const CaseClosed = defineEvent({
  name: 'case.closed',
  version: 2,
  topic: topics.cases,
  schema: z.object({ ...reasoned, reason: closedReason }),
});

/** First shape: its reason was free text. */
export const CaseReopenedV1 = defineEvent({
  name: 'case.reopened',
  version: 1,
  topic: topics.cases,
  schema: z.object({ ...base, reason: z.string(), by }),
  upcast: (data) => ({ ...data, reason: knownReason(reopenedReason, data.reason) }),
});
export const CaseReopened = defineEvent({
  name: 'case.reopened',
  version: 2,
  topic: topics.cases,
  schema: z.object({ ...reasoned, reason: reopenedReason }),
});

/** The case is under a newer policy version, because its publication asked for that. */
export const CasePolicyChanged = event(
  'policy-changed',
  z.object({
    ...base,
    before: z.number().int(),
    policyRule: z.string(),
    policyVersion: z.number().int(),
    by,
  }),
);

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

const feedback = {
  ...base,
  source: z.enum(['callback', 'survey']),
  sourceId: uuid,
  outcome: z.string(),
  satisfied: z.boolean().optional(),
};

/** First shape: what was written in the callback or survey stayed with intake. */
export const CaseFeedbackNotedV1 = defineEvent({
  name: 'case.feedback-noted',
  version: 1,
  topic: topics.cases,
  schema: z.object(feedback),
  upcast: (data) => data,
});

/** A callback or survey about this case arrived, with what was written in it. */
export const CaseFeedbackNoted = defineEvent({
  name: 'case.feedback-noted',
  version: 2,
  topic: topics.cases,
  schema: z.object({
    ...feedback,
    /** The account that recorded it; absent where it came from another system's past. */
    by: z.string().optional(),
    /** What staff wrote of a callback: never the customer's to read. */
    note: envelope.optional(),
    /** The customer's own words in a survey. */
    comment: envelope.optional(),
    score: surveyScore.optional(),
    answers: surveyAnswers.optional(),
  }),
});

const changedTerms = {
  ...base,
  /** The rule that holds from here on; clocks that change for it say so themselves. */
  policyRule: z.string(),
  policyVersion: z.number().int(),
  note: envelope.optional(),
  by,
};

/** The case is worked more or less urgently. */
export const CasePriorityChanged = event(
  'priority-changed',
  z.object({ ...changedTerms, before: severity, after: severity }),
);

/** What happened was graded anew; the priority follows. */
export const CaseSeverityChanged = event(
  'severity-changed',
  z.object({ ...changedTerms, before: severity, after: severity, priority: severity }),
);

/** The customer is of another tier. */
export const CaseTierChanged = event(
  'tier-changed',
  z.object({ ...changedTerms, before: tier, after: tier }),
);

/** What a case is about, in codes; without a product where it is about none. */
const caseCodes = z.object({ category: code, product: code.optional() });

/** The case was keyed under codes that were wrong: both readings of them, whole. */
export const CaseCodesAmended = event(
  'codes-amended',
  z.object({ ...changedTerms, reason: amendReason, before: caseCodes, after: caseCodes }),
);
