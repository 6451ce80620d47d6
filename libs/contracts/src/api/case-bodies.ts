import { z } from 'zod';
import {
  caseStage,
  caseStatus,
  channel,
  clockKind,
  clockState,
  code,
  isoInstant,
  severity,
  uuid,
} from '../primitives.js';
import { assignReason, closeReason, reopenReason } from '../reasons.js';

/** A clock as the API shows it; `budget` names its unit, e.g. `{unit: 'working-minutes', minutes: 120}`. */
export const clockView = z.object({
  clockId: z.string(),
  kind: clockKind,
  stage: caseStage.optional(),
  state: clockState,
  startedAt: isoInstant,
  dueAt: isoInstant,
  budget: z.record(z.string(), z.unknown()),
  consumedMinutes: z.number(),
  revision: z.number().int(),
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
  category: code,
  channel,
  unit: code.nullable(),
  externalId: z.string().nullable(),
  /** Of an imported case: what its source last called its status. */
  sourceStatus: z.string().nullable(),
  policyRule: z.string(),
  receivedAt: isoInstant,
  clocks: z.array(clockView),
  links: z.array(z.object({ rel: z.string(), href: z.string() })),
});
export type CaseView = z.infer<typeof caseView>;

/** A list read newest first; `next` of one page is the `cursor` of the following one. */
const cursor = z.string().regex(/^\d+_[0-9a-f-]{36}$/);
const limit = z.coerce.number().int().min(1).max(200).default(50);

/** `GET /api/v1/cases`: filters and a cursor, newest receipt first. */
export const caseListQuery = z.strictObject({
  status: caseStatus.optional(),
  stage: caseStage.optional(),
  owner: z.string().optional(),
  unit: z.string().optional(),
  category: z.string().optional(),
  cursor: cursor.optional(),
  limit,
});
export type CaseListQuery = z.infer<typeof caseListQuery>;

/** `GET /api/v1/alerts`: `open` are those that nobody acknowledged. */
export const alertListQuery = z.strictObject({
  open: z.enum(['true', 'false']).optional(),
  cursor: cursor.optional(),
  limit,
});
export type AlertListQuery = z.infer<typeof alertListQuery>;

const text = z.string().trim().min(1).max(20_000);
/** Free text: sealed in events. */
const note = text.optional();
/** A code of the list, or words of one's own: those are sealed with the note, and the code is `other`. */
const reasonFrom = <C extends string>(codes: z.ZodType<C>) => z.union([codes, text]);
/** A name and no text: names are not sealed. */
const evidenceName = z.string().regex(/^[a-z][A-Za-z]{0,39}$/);
const expectedVersion = z.number().int().positive().optional();

/** Bodies of `POST /api/v1/cases/{id}/commands/{command}`, by command. */
export const caseCommandBodies = {
  assign: z.strictObject({
    expectedVersion,
    owner: code,
    reason: reasonFrom(assignReason).optional(),
    note,
  }),
  'complete-stage': z.strictObject({
    expectedVersion,
    stage: caseStage,
    evidence: z.record(evidenceName, z.union([text, z.boolean(), z.number()])),
  }),
  'record-contact': z.strictObject({
    expectedVersion,
    channel,
    direction: z.enum(['inbound', 'outbound']),
    note,
  }),
  resolve: z.strictObject({ expectedVersion, resolution: text }),
  close: z.strictObject({ expectedVersion, reason: reasonFrom(closeReason), note }),
  reopen: z.strictObject({ expectedVersion, reason: reasonFrom(reopenReason), note }),
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

export const alertView = z.object({
  id: uuid,
  caseId: uuid,
  number: z.string(),
  cause: z.enum(['warning', 'breach', 'threat', 'critical']),
  level: z.number().int(),
  audience: z.string(),
  kind: clockKind.nullable(),
  threshold: z.number().nullable(),
  dueAt: isoInstant.nullable(),
  raisedAt: isoInstant,
  acknowledgedAt: isoInstant.nullable(),
  acknowledgedBy: z.string().nullable(),
});
export type AlertView = z.infer<typeof alertView>;
