import { z } from 'zod';
import { channel, code, isoInstant, uuid } from '../primitives.js';
import { messageKind } from '../events/message-events.js';
import { actionDropReason, actionMoveReason } from '../reasons.js';
import { expectedVersion, note, reasonFrom, text } from './command-fields.js';
import {
  accountabilityFinding,
  accountabilitySanction,
  remedyAnswer,
  remedyKind,
} from './resolution-codes.js';

/** Commands that settle a complaint and see to it that it does not come back. */
export const resolutionCommandBodies = {
  /** For staff only: no message to the customer can hold it. */
  'add-note': z.strictObject({ expectedVersion, text }),
  'record-apology': z.strictObject({ expectedVersion, channel, text }),
  /** Above the caller's authority it is proposed, and somebody else decides. */
  'offer-remedy': z.strictObject({
    expectedVersion,
    kind: remedyKind,
    /** In the hotline's currency; 0 where it costs nothing. */
    cost: z.number().min(0).max(1e12),
    text,
  }),
  'approve-remedy': z.strictObject({ expectedVersion, remedyId: uuid, note }),
  'refuse-remedy': z.strictObject({ expectedVersion, remedyId: uuid, note }),
  /** What the customer said to a remedy that was offered; `at` is when they did, now where it is absent. */
  'answer-remedy': z
    .strictObject({
      expectedVersion,
      remedyId: uuid,
      answer: remedyAnswer,
      channel,
      at: isoInstant.optional(),
      wish: text.optional(),
      note,
    })
    .refine(({ answer, wish }) => (answer === 'counter-wish') === (wish !== undefined), {
      error: 'say what the customer wishes instead, and for a counter-wish only',
      path: ['wish'],
    }),
  /** `cause` is a code of the policy's tree, where it has one. */
  'record-cause': z.strictObject({ expectedVersion, cause: code, text }),
  /** `owner` is an agent, `concerns` another one who is its object, as who is sent to a training; `dueAt` lies ahead. */
  'plan-action': z.strictObject({
    expectedVersion,
    owner: code,
    concerns: code.optional(),
    dueAt: isoInstant,
    text,
  }),
  'complete-action': z.strictObject({ expectedVersion, actionId: uuid, note }),
  /** Another due date, another owner or both, before it is done. */
  'move-action': z
    .strictObject({
      expectedVersion,
      actionId: uuid,
      owner: code.optional(),
      dueAt: isoInstant.optional(),
      reason: reasonFrom(actionMoveReason),
      note,
    })
    .refine(({ owner, dueAt }) => owner !== undefined || dueAt !== undefined, {
      error: 'give the owner or the due date as it should be',
      path: ['dueAt'],
    }),
  'drop-action': z.strictObject({
    expectedVersion,
    actionId: uuid,
    reason: reasonFrom(actionDropReason),
    note,
  }),
  /** `accountable` is an agent or a unit. */
  'record-accountability': z.strictObject({
    expectedVersion,
    accountable: code,
    finding: accountabilityFinding,
    sanction: accountabilitySanction,
    /** Who decided it, where that is not the caller. */
    decider: code.optional(),
    text,
  }),
} as const;

const said = { at: isoInstant, by: z.string(), text: text.nullable() };

/** How a case is settled, with its texts readable; they are null where the customer was erased. */
export const resolutionView = z.object({
  notes: z.array(z.object({ id: uuid, ...said })),
  /** To the customer, or to the party that is named; a message that is `held` can be taken back. */
  messages: z.array(
    z.object({
      id: uuid,
      kind: messageKind,
      channel,
      status: z.enum(['held', 'sent', 'undone']),
      sendAt: isoInstant,
      /** Whom of the parties it is for; absent: the customer. */
      partyId: uuid.optional(),
      /** Of a mail, and of whatever goes to a party; null where the customer was erased. */
      to: z.string().nullable().optional(),
      /** The approved wording that it was written from. */
      template: z.object({ id: code, version: z.number().int() }).optional(),
      ...said,
    }),
  ),
  apologies: z.array(z.object({ channel, ...said })),
  remedies: z.array(
    z.object({
      id: uuid,
      kind: remedyKind,
      cost: z.number(),
      status: z.enum(['offered', 'proposed', 'approved', 'refused']),
      decidedBy: z.string().nullable(),
      /** What the customer said to it last; null until they did. */
      answer: z
        .object({
          given: remedyAnswer,
          channel,
          at: isoInstant,
          by: z.string(),
          /** Of a counter-wish; null also where the customer was erased. */
          wish: text.nullable(),
        })
        .nullable(),
      ...said,
    }),
  ),
  causes: z.array(z.object({ cause: code, ...said })),
  actions: z.array(
    z.object({
      id: uuid,
      owner: code,
      /** Who is its object, as who is sent to a training. */
      concerns: code.nullable(),
      dueAt: isoInstant,
      status: z.enum(['open', 'overdue', 'done', 'done-late', 'dropped']),
      doneAt: isoInstant.nullable(),
      ...said,
    }),
  ),
  accountability: z.array(
    z.object({
      accountable: code,
      finding: accountabilityFinding,
      sanction: accountabilitySanction,
      decider: code,
      ...said,
    }),
  ),
});
export type ResolutionView = z.infer<typeof resolutionView>;

/** `GET /api/v1/authority`: up to which cost the caller gives something of their own accord; null where nothing limits it. */
export const authorityView = z.object({ upTo: z.number().nullable() });
export type AuthorityView = z.infer<typeof authorityView>;

/** `GET /api/v1/actions`: preventive actions of all cases, the most urgent first. */
export const actionListQuery = z.strictObject({
  owner: code.optional(),
  status: z.enum(['open', 'overdue', 'done', 'dropped']).optional(),
  cursor: z
    .string()
    .regex(/^\d+_[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ActionListQuery = z.infer<typeof actionListQuery>;

/** A preventive action in a list; its text is read with its case. */
export const actionView = z.object({
  id: uuid,
  caseId: uuid,
  number: z.string(),
  owner: code,
  /** Who is its object: an action that concerns somebody stands in their list too. */
  concerns: code.nullable(),
  dueAt: isoInstant,
  status: z.enum(['open', 'overdue', 'done', 'dropped']),
  doneAt: isoInstant.nullable(),
});
export type ActionView = z.infer<typeof actionView>;
