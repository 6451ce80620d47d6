import { z } from 'zod';
import { attachmentCommandBodies } from './attachment-bodies.js';
import { wordingFinding } from './coach-bodies.js';
import { evidenceCommandBodies } from './evidence-bodies.js';
import { triageCommandBodies, triageView } from './triage-bodies.js';
import { messageCommandBodies } from './message-bodies.js';
import { resolutionCommandBodies } from './resolution-bodies.js';
import {
  alertCause,
  caseStage,
  caseStatus,
  channel,
  clockKind,
  clockState,
  code,
  isoInstant,
  severity,
  threat,
  tier,
  uuid,
} from '../primitives.js';
import {
  amendReason,
  assignReason,
  closeReason,
  extensionReason,
  pauseReason,
  refusalReason,
  reopenReason,
  snoozeReason,
} from '../reasons.js';
import { expectedVersion, note, reasonFrom, text } from './command-fields.js';
import { approvalCommandBodies, waitingApproval } from './approval-bodies.js';
import { incidentCommandBodies } from './incident-bodies.js';
import { majorCommandBodies } from './major-bodies.js';
import { overriddenStage, overrideCommandBodies } from './override-bodies.js';
import { repeatCommandBodies } from './repeat-command-bodies.js';
import { mergeCommandBodies } from './merge-bodies.js';
import { calledPerson } from './duty-bodies.js';
import { departmentCommandBodies } from './department-bodies.js';
import { conflictCommandBodies } from './conflict-bodies.js';
import { threatCommandBodies } from './threat-bodies.js';
import { reminderCommandBodies } from './reminder-bodies.js';
import { orderCommandBodies } from './order-bodies.js';
import { queueCommandBodies } from './queue-bodies.js';
import { safetyCommandBodies } from './safety-bodies.js';
import { partyCommandBodies, partyFacts } from './party-bodies.js';
import { withdrawalCommandBodies } from './supervisor-bodies.js';

const budget = z.record(z.string(), z.unknown());

/** A clock as the API shows it; `budget` names its unit, e.g. `{unit: 'working-minutes', minutes: 120}`. */
export const clockView = z.object({
  clockId: z.string(),
  kind: clockKind,
  stage: caseStage.optional(),
  state: clockState,
  startedAt: isoInstant,
  dueAt: isoInstant,
  budget,
  consumedMinutes: z.number(),
  /** Grows with each change of its terms. */
  revision: z.number().int(),
  stoppedAt: isoInstant.optional(),
  /** Absent on a clock that was never paused; the last one has no end while it is. */
  pauses: z
    .array(z.object({ from: isoInstant, to: isoInstant.optional(), reason: pauseReason }))
    .optional(),
  /** What approved extensions added to the budget; absent without any. */
  extensions: z.array(budget).optional(),
  /** What one more extension would add; absent where its policy allows none, or none any more. */
  extendableBy: budget.optional(),
  /** Somebody asked for more time and nobody has decided. */
  extensionRequestedBy: z.string().optional(),
  /** The clock it follows after a reopening or an update to the customer. */
  linkedTo: z.string().optional(),
  /** Absent where it is the case's `policyRule`. */
  rule: z.string().optional(),
});
export type ClockView = z.infer<typeof clockView>;

export const caseView = z.object({
  id: uuid,
  number: z.string(),
  version: z.number().int(),
  stage: caseStage,
  status: caseStatus,
  owner: z.string().nullable(),
  customer: z.object({ id: uuid }),
  priority: severity,
  severity,
  tier,
  category: code,
  /** Absent where the case is about none. */
  product: code.optional(),
  channel,
  unit: code.nullable(),
  externalId: z.string().nullable(),
  /** Of an imported case: what its source last called its status. */
  sourceStatus: z.string().nullable(),
  policyRule: z.string(),
  receivedAt: isoInstant,
  /** Of a case whose transfer waits: the unit that has yet to accept or refuse it. */
  transferTo: code.optional(),
  /** The unit that asked it, and has the case again if it refuses. */
  transferFrom: code.optional(),
  /** Of a merged case: where the work goes on, and how long that can be undone. */
  mergedInto: z.object({ id: uuid, number: z.string(), undoUntil: isoInstant }).optional(),
  /** What the customer threatens with: flagged, or found in their words; absent without any. */
  threats: z.array(threat).optional(),
  /** Nobody is reminded of the case before; absent otherwise. */
  snoozedUntil: isoInstant.optional(),
  /** 回避: whom of the staff it is about; absent where it is about none. */
  accused: z.array(code).optional(),
  /** They and the line above them: nobody of them is told of it, or given it. */
  conflicted: z.array(code).optional(),
  /** Of a safety report, outside the normal flow: the desk that has it, and who took it on. */
  safety: z.object({ desk: code, takenBy: z.string().nullable() }).optional(),
  /** Who takes part beside the customer; absent without any. */
  parties: z.array(partyFacts).optional(),
  /** How many later cases repeat it; absent without any. */
  repeats: z.number().int().optional(),
  /** Agents of other units: who asked to see the case, and who does; absent without any. */
  joiners: z
    .array(z.object({ agent: code, status: z.enum(['asked', 'in', 'refused']) }))
    .optional(),
  /** Of a policy with queues: the one that the case is in; absent where it is in none. */
  queue: code.optional(),
  /** What was spent on the case so far; absent before anything was recorded. */
  handling: z
    .object({
      seconds: z.number().int(),
      targetSeconds: z.number().int().nullable(),
      cost: z.number().nullable(),
    })
    .optional(),
  clocks: z.array(clockView),
  /** The clock whose due instant is the case's: the earliest that runs; null when none does. */
  rulingClock: z.string().nullable(),
  /** What the stage it is at still asks for, or of a resolved case its policy before it closes. */
  missing: z.array(z.string()),
  triage: triageView.nullable(),
  /** Commands that wait for a second person; absent without any. */
  approvals: z.array(waitingApproval).optional(),
  /** Stages that a supervisor ended without all of their evidence; absent without any. */
  overrides: z.array(overriddenStage).optional(),
  /** Of the answer to a command: banned phrases in its texts, by field. */
  wording: z.array(wordingFinding.extend({ field: z.string() })).optional(),
  links: z.array(z.object({ rel: z.string(), href: z.string() })),
});
export type CaseView = z.infer<typeof caseView>;

/** When it happened, where that was earlier: not in the future, not before the complaint came. */
const at = isoInstant.optional();
/** Ids or kinds of clocks. */
const clocks = z.array(z.string().min(1).max(80)).min(1).max(50).optional();
const oneClock = { clockId: z.string().min(1).max(80).optional(), kind: clockKind.optional() };

/** Bodies of `POST /api/v1/cases/{id}/commands/{command}`, by command. */
export const caseCommandBodies = {
  assign: z.strictObject({
    expectedVersion,
    owner: code,
    reason: reasonFrom(assignReason).optional(),
    note,
  }),
  ...evidenceCommandBodies,
  ...triageCommandBodies,
  ...resolutionCommandBodies,
  ...messageCommandBodies,
  'record-contact': z.strictObject({
    expectedVersion,
    channel,
    direction: z.enum(['inbound', 'outbound']),
    /** Whom of the parties it was with; absent: the customer, whom nothing else counts as having told. */
    partyId: uuid.optional(),
    note,
    at,
  }),
  close: z.strictObject({ expectedVersion, reason: reasonFrom(closeReason), note }),
  reopen: z.strictObject({ expectedVersion, reason: reasonFrom(reopenReason), note }),
  pause: z.strictObject({ expectedVersion, reason: pauseReason, note, clocks }),
  resume: z.strictObject({ expectedVersion, clocks }),
  'change-priority': z.strictObject({ expectedVersion, priority: severity, note }),
  'change-severity': z.strictObject({ expectedVersion, severity, note }),
  'change-tier': z.strictObject({ expectedVersion, tier, note }),
  /** What the case is about, where it was keyed wrong; whose it is a transfer says. */
  'amend-codes': z
    .strictObject({
      expectedVersion,
      category: code.optional(),
      /** `none`: it is about no product. */
      product: code.optional(),
      reason: reasonFrom(amendReason),
      note,
    })
    .refine(({ category, product }) => category !== undefined || product !== undefined, {
      error: 'give the category or the product as it should be',
      path: ['category'],
    }),
  'request-extension': z
    .strictObject({ expectedVersion, ...oneClock, reason: reasonFrom(extensionReason), note })
    .refine(({ clockId, kind }) => (clockId === undefined) !== (kind === undefined), {
      error: 'give either clockId or kind',
      path: ['clockId'],
    }),
  'approve-extension': z.strictObject({
    expectedVersion,
    ...oneClock,
    /** What the customer was told, and how: without it there is no extension. */
    notice: z.strictObject({ channel, text }).optional(),
  }),
  'refuse-extension': z.strictObject({
    expectedVersion,
    ...oneClock,
    reason: reasonFrom(refusalReason),
    note,
  }),
  ...departmentCommandBodies,
  ...orderCommandBodies,
  ...queueCommandBodies,
  ...safetyCommandBodies,
  ...partyCommandBodies,
  ...withdrawalCommandBodies,
  ...mergeCommandBodies,
  ...incidentCommandBodies,
  ...majorCommandBodies,
  ...overrideCommandBodies,
  ...approvalCommandBodies,
  ...reminderCommandBodies,
  ...conflictCommandBodies,
  ...threatCommandBodies,
  ...repeatCommandBodies,
  ...attachmentCommandBodies,
} as const;
export type CaseCommandName = keyof typeof caseCommandBodies;

/**
 * One event of a case: `data` is as its type says, free text in it sealed. `texts` holds the same texts
 * readable, by name; null where the customer was erased.
 */
export const timelineEntry = z.object({
  id: uuid,
  sequence: z.number().int(),
  type: z.string(),
  occurredAt: isoInstant,
  recordedAt: isoInstant,
  actor: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  texts: z.record(z.string(), z.string().nullable()),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

/** Who was shown personal data, one row per log-in, thing and day (UTC), the latest first. */
export const personalViewView = z.object({
  what: z.enum([
    'timeline',
    'resolution',
    'orders',
    'task-force',
    'approvals',
    'attachments',
    'complaint',
    'customer',
    'question',
    'safety',
    'parties',
    'churn',
  ]),
  /** The log-in's name. */
  viewer: z.string(),
  firstAt: isoInstant,
  lastAt: isoInstant,
  times: z.number().int(),
});
export type PersonalViewView = z.infer<typeof personalViewView>;

const toldLevel = z.object({
  step: z.string().nullable(),
  level: z.number().int(),
  audience: z.string(),
  unit: z.string().optional(),
  people: z.array(z.string()).optional(),
  /** Whose turn it was of this roster was told. */
  roster: z.string().optional(),
  at: isoInstant,
});

/** A level that was not told: everybody of it is kept from the case, or nobody is of it. */
const passedLevel = z.object({
  step: z.string(),
  level: z.number().int(),
  audience: z.string(),
  unit: z.string().optional(),
  why: z.enum(['kept', 'nobody']),
  at: isoInstant,
});

export const alertView = z.object({
  id: uuid,
  caseId: uuid,
  number: z.string(),
  cause: alertCause,
  level: z.number().int(),
  audience: z.string(),
  /** Where the level reached tells one unit, its code. */
  unit: z.string().nullable(),
  /** The unit that is told as a whole besides, its agents too: who supervises the accused, or takes on safety. */
  desk: z.string().nullable(),
  /** Where the level reached names people, those that the case is not kept from. */
  people: z.array(z.string()),
  kind: clockKind.nullable(),
  threshold: z.number().nullable(),
  dueAt: isoInstant.nullable(),
  /** When the clock that it is about stopped: it gets no later then. */
  stoppedAt: isoInstant.nullable(),
  /** How its case stands now. */
  caseStatus,
  priority: severity,
  /** While the reminders of its case are snoozed; null otherwise. */
  snoozed: z
    .object({
      until: isoInstant,
      /** Both null of a snooze that began before they were kept with the case. */
      by: z.string().nullable(),
      reason: snoozeReason.nullable(),
    })
    .nullable(),
  raisedAt: isoInstant,
  acknowledgedAt: isoInstant.nullable(),
  acknowledgedBy: z.string().nullable(),
  /** The ladder of the case's policy that it climbs, and the level that it has reached. */
  ladder: z.string().nullable(),
  step: z.string().nullable(),
  /** Why this level is told. */
  why: z.object({ zh: z.string(), en: z.string() }),
  /** Whom it told so far, in order. */
  told: z.array(toldLevel),
  /** Which levels were passed over on the way. The one reached is among them where no level above it could be told. */
  passedOver: z.array(passedLevel),
  /** Of a level that names a roster: who was on duty when it was told; null otherwise. */
  called: calledPerson.nullable(),
  /** Who is told next, and when, unless somebody acknowledges it before. */
  next: toldLevel.nullable(),
});
export type AlertView = z.infer<typeof alertView>;
