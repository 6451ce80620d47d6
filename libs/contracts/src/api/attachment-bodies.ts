import { z } from 'zod';
import { caseNumber, isoInstant, uuid } from '../primitives.js';
import { attachmentRemovalReason, attachmentType } from './attachment-codes.js';
import { expectedVersion, note, reasonFrom } from './command-fields.js';

/** Commands on files of a case; a file itself is sent to `POST /api/v1/cases/{id}/attachments`. */
export const attachmentCommandBodies = {
  /** Destroys what was stored; that it was there, and who took it away, stays. */
  'remove-attachment': z.strictObject({
    expectedVersion,
    attachmentId: uuid,
    reason: reasonFrom(attachmentRemovalReason),
    note,
  }),
} as const;

const mebibyte = 1_024 * 1_024;

/** Of one file, and of all files of one case together. An hour of a recorded call is 15 MB as MP3. */
export const attachmentLimits = {
  fileBytes: 25 * mebibyte,
  caseBytes: 250 * mebibyte,
  caseFiles: 100,
} as const;

/** A file's name as people see it: no path, and nothing that makes it look like another one. */
const attachmentName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}/\\\u202A-\u202E\u2066-\u2069]+$/u);

/** What is told of a file that is sent, by header: its name out of `Content-Disposition`. */
export const attachmentHeaders = z.object({
  'content-disposition': attachmentName,
  /** RFC 9530, SHA-256 only. */
  'content-digest': z
    .string()
    .regex(/^sha-256=:[A-Za-z0-9+/]{43}=:$/)
    .optional(),
});

/** A file of a case; `name` and `sha256` are null where the customer was erased. */
export const attachmentView = z.object({
  id: uuid,
  /** The case that it was attached to; another one than asked for where that was merged into it. */
  caseId: uuid,
  number: caseNumber,
  name: z.string().nullable(),
  mediaType: attachmentType,
  bytes: z.number().int(),
  /** Of the file as it was sent, in hexadecimal. */
  sha256: z.string().nullable(),
  status: z.enum(['kept', 'removed', 'erased']),
  at: isoInstant,
  by: z.string(),
});
export type AttachmentView = z.infer<typeof attachmentView>;

/** `GET /api/v1/cases/{id}/attachments`: its files and those of cases merged into it, the oldest first. */
export const caseAttachmentsView = z.object({ items: z.array(attachmentView) });
export type CaseAttachmentsView = z.infer<typeof caseAttachmentsView>;
