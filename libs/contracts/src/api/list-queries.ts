import { z } from 'zod';
import { anyOf, caseStage, caseStatus, channel, severity, tier } from '../primitives.js';
import { caseIds } from './access-query.js';
import { complaintTier } from './coach-bodies.js';
import { timeZone } from './time-zone.js';

/** A list read newest first; `next` of one page is the `cursor` of the following one. */
const cursor = z.string().regex(/^\d+_[0-9a-f-]{36}$/);
const limit = z.coerce.number().int().min(1).max(200).default(50);

/** No complaint came before, and PostgreSQL knows no year 0. */
const day = z.iso.date().refine((date) => date >= '1970', 'must not lie before 1970');

/**
 * Orders of a list of cases; `due` is by what is past due for longest, then by the ruling clock, cases in which none
 * runs last.
 */
const caseSorts = ['newest', 'oldest', 'due', 'priority'] as const;

const caseList = z.strictObject({
  /** These alone, as far as the caller sees them: what a search found, with how each stands. */
  ids: caseIds.optional(),
  status: anyOf(caseStatus).optional(),
  stage: anyOf(caseStage).optional(),
  /** `none`: those that nobody owns; `me`: those of whoever asks, none of somebody who is no agent. */
  owner: z.string().optional(),
  /** `none`: those that no unit has; `mine`: of the unit of whoever asks, and all beneath it. */
  unit: z.string().optional(),
  category: z.string().optional(),
  product: z.string().optional(),
  channel: anyOf(channel).optional(),
  priority: anyOf(severity).optional(),
  severity: anyOf(severity).optional(),
  /** Of the customer. */
  tier: anyOf(tier).optional(),
  queue: z.string().optional(),
  /** How far the complaint reaches, as it was triaged. */
  complaintTier: anyOf(complaintTier).optional(),
  /** `true`: with a clock that is past due and still goes on. */
  overdue: z.enum(['true', 'false']).optional(),
  /** Received within so many days, of 24 hours, before it is asked. */
  receivedDays: z.coerce.number().int().min(1).max(3_660).optional(),
  /** Received on this day of `tz` or later. */
  receivedFrom: day.optional(),
  /** Received on this day of `tz` or before. */
  receivedTo: day.optional(),
  tz: timeZone.default('UTC'),
  /** `priority` is the most urgent first, among those the newest. */
  sort: z.enum(caseSorts).default('newest'),
  cursor: cursor.optional(),
  limit,
});

interface Days {
  receivedFrom?: string | undefined;
  receivedTo?: string | undefined;
}
/** Days as `2026-10-01` compare as texts. */
const areDaysInOrder = ({ receivedFrom = '', receivedTo }: Days) =>
  receivedTo === undefined || receivedFrom <= receivedTo;
const dayRule = { error: 'must not lie before receivedFrom', path: ['receivedTo'] };

/**
 * `GET /api/v1/cases`: filters, an order and a cursor, which is of that order. A filter takes one code, or several with
 * commas between them: any of those.
 */
export const caseListQuery = caseList.refine(areDaysInOrder, dayRule);
export type CaseListQuery = z.infer<typeof caseListQuery>;

/** What a list that is kept is narrowed by. Its days are those of whoever opens it: it names no zone. */
export const caseListFilters = caseList
  .omit({ ids: true, cursor: true, limit: true, sort: true, tz: true })
  .refine(areDaysInOrder, dayRule);
export const caseListSort = caseList.shape.sort;

/** `GET /api/v1/alerts`: `open` are those that nobody acknowledged. */
export const alertListQuery = z.strictObject({
  open: z.enum(['true', 'false']).optional(),
  /** `urgency` is of open ones: of critical cases first, then what is past due for longest, is due or climbs soonest. */
  sort: z.enum(['newest', 'urgency']).default('newest'),
  /** `true`: only those that name the caller, a roster in which they take turns, or their unit. */
  mine: z.enum(['true', 'false']).optional(),
  cursor: cursor.optional(),
  limit,
});
export type AlertListQuery = z.infer<typeof alertListQuery>;
