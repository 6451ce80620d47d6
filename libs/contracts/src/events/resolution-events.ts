import { z } from 'zod';
import { channel, code, envelope, isoInstant, uuid } from '../primitives.js';
import {
  accountabilityFinding,
  accountabilitySanction,
  remedyAnswer,
  remedyKind,
} from '../api/resolution-codes.js';
import { actionDropReason, actionMoveReason } from '../reasons.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

const base = { caseId: uuid, at: isoInstant, by: z.string() };
const event = <S extends z.ZodType>(name: string, schema: S) =>
  defineEvent({ name: `case.${name}`, version: 1, topic: topics.cases, schema });

/** Staff told each other something. A type of its own: what is sent to customers is never made of it. */
export const CaseNoteAdded = event(
  'note-added',
  z.object({ ...base, noteId: uuid, text: envelope }),
);

/** Somebody apologised to the customer. */
export const CaseApologyRecorded = event(
  'apology-recorded',
  z.object({ ...base, channel, text: envelope }),
);

/** A remedy was offered, or proposed where its cost is above the authority of who proposed it. */
export const CaseRemedyOffered = event(
  'remedy-offered',
  z.object({
    ...base,
    remedyId: uuid,
    kind: remedyKind,
    /** In the hotline's currency. */
    cost: z.number(),
    needsApproval: z.boolean(),
    text: envelope,
  }),
);

/** Somebody else, whose authority covers the cost, approved a proposed remedy or refused it. */
export const CaseRemedyDecided = event(
  'remedy-decided',
  z.object({ ...base, remedyId: uuid, approved: z.boolean(), note: envelope.optional() }),
);

/** What the customer said to a remedy that they were offered, and on which way; `at` is when they said it. */
export const CaseRemedyAnswered = event(
  'remedy-answered',
  z.object({
    ...base,
    remedyId: uuid,
    answer: remedyAnswer,
    channel,
    /** Of a counter-wish: what they would rather have. */
    wish: envelope.optional(),
    note: envelope.optional(),
  }),
);

/** What the complaint turned out to be caused by: a code of the policy's tree of causes. */
export const CaseCauseFound = event(
  'cause-found',
  z.object({ ...base, cause: code, text: envelope }),
);

/** Somebody is to keep it from happening again, by an instant. */
export const CaseActionPlanned = event(
  'action-planned',
  z.object({
    ...base,
    actionId: uuid,
    owner: code,
    /** Who is its object, as who is sent to a training; never its owner. */
    concerns: code.optional(),
    dueAt: isoInstant,
    text: envelope,
  }),
);

/** The due instant of a preventive action passed; `at` is that instant. */
export const CaseActionOverdue = event(
  'action-overdue',
  z.object({ caseId: uuid, at: isoInstant, actionId: uuid, owner: code }),
);

/** A preventive action was done, on time or late. */
export const CaseActionDone = event(
  'action-done',
  z.object({ ...base, actionId: uuid, isLate: z.boolean(), note: envelope.optional() }),
);

/** A preventive action is somebody else's now, or due at another instant, or both. */
export const CaseActionMoved = event(
  'action-moved',
  z.object({
    ...base,
    actionId: uuid,
    owner: code,
    dueAt: isoInstant,
    ownerBefore: code,
    dueBefore: isoInstant,
    reason: actionMoveReason,
    note: envelope.optional(),
  }),
);

/** Nobody is to carry a preventive action out any more. */
export const CaseActionDropped = event(
  'action-dropped',
  z.object({
    ...base,
    actionId: uuid,
    owner: code,
    reason: actionDropReason,
    note: envelope.optional(),
  }),
);

/** Who answers for what happened: what was found, what followed, and who decided it. */
export const CaseAccountabilityRecorded = event(
  'accountability-recorded',
  z.object({
    ...base,
    accountable: code,
    finding: accountabilityFinding,
    sanction: accountabilitySanction,
    decider: code,
    text: envelope,
  }),
);
