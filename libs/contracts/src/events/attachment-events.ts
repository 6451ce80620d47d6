import { z } from 'zod';
import { attachmentRemovalReason, attachmentType } from '../api/attachment-codes.js';
import { envelope, isoInstant, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

const event = <S extends z.ZodType>(name: string, schema: S) =>
  defineEvent({ name: `case.${name}`, version: 1, topic: topics.cases, schema });

const base = { caseId: uuid, at: isoInstant, attachmentId: uuid, by: z.string() };

/** A file lies with the case. Its content is no part of the log: it is stored sealed, beside it. */
export const CaseFileAttached = event(
  'file-attached',
  z.object({
    ...base,
    name: envelope,
    mediaType: attachmentType,
    bytes: z.number().int(),
    /** SHA-256 of the file as it was sent: sealed, as a short file can be guessed from it. */
    checksum: envelope,
    /** SHA-256 of what is stored, sealed as it is: anybody can tell whether that was changed. */
    storedSha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
);

/** A file was taken out of the case and its content destroyed. */
export const CaseFileRemoved = event(
  'file-removed',
  z.object({ ...base, reason: attachmentRemovalReason, note: envelope.optional() }),
);
