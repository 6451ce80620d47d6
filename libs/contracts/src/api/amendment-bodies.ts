import { z } from 'zod';
import { channel, isoInstant, uuid } from '../primitives.js';
import { amendReason } from '../reasons.js';
import { note, reasonFrom, text } from './command-fields.js';

/** `POST /api/v1/complaints/{id}/amendments`: what was keyed wrong, as it should read, and why. */
export const amendmentBody = z
  .strictObject({
    statement: text.optional(),
    remedySought: z.string().trim().min(1).max(4_000).optional(),
    reason: reasonFrom(amendReason),
    note,
  })
  .refine((body) => body.statement !== undefined || body.remedySought !== undefined, {
    error: 'give the statement or the remedy as it should read',
    path: ['statement'],
  });
export type AmendmentBody = z.infer<typeof amendmentBody>;

/** `POST /api/v1/complaints/{id}/facts`: what the customer said later. */
export const addedFactsBody = z.strictObject({ channel, text });
export type AddedFactsBody = z.infer<typeof addedFactsBody>;

const reading = z.object({ statement: z.string().optional(), remedySought: z.string().optional() });

/** A change of a complaint, the oldest first: both readings of what was amended, or what was added. */
export const complaintChangeView = z.object({
  changeId: uuid,
  complaintId: uuid,
  at: isoInstant,
  by: z.string(),
  kind: z.enum(['amended', 'facts-added']),
  reason: amendReason.nullable(),
  note: z.string().nullable(),
  before: reading.nullable(),
  after: reading.nullable(),
  channel: channel.nullable(),
  text: z.string().nullable(),
});
export type ComplaintChangeView = z.infer<typeof complaintChangeView>;
export const complaintChangesView = z.object({ items: z.array(complaintChangeView) });
