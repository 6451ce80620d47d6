import { z } from 'zod';

/** Pictures, recordings, documents and letters; nothing that a browser would run. */
export const attachmentType = z.enum([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/heic',
  'application/pdf',
  'text/plain',
  'text/csv',
  'message/rfc822',
  'audio/mpeg',
  'audio/wav',
  'audio/ogg',
  'audio/amr',
  'audio/mp4',
  'video/mp4',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);
export type AttachmentType = z.infer<typeof attachmentType>;

/** Why a file was taken out of a case. */
export const attachmentRemovalReason = z.enum([
  'wrong-case',
  'wrong-file',
  'not-needed',
  'consent-withdrawn',
  'other',
]);
export type AttachmentRemovalReason = z.infer<typeof attachmentRemovalReason>;
