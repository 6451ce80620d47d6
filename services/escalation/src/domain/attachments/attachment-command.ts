import type { AttachmentRemovalReason, AttachmentType, Envelope } from '#contracts';

/** Files of a case. Their content is stored before it is asked for, and never reaches the decider. */
export type AttachmentCommand =
  | {
      type: 'attach-file';
      attachmentId: string;
      name: Envelope;
      mediaType: AttachmentType;
      bytes: number;
      checksum: Envelope;
      storedSha256: string;
      by: string;
    }
  | {
      type: 'remove-attachment';
      attachmentId: string;
      reason: AttachmentRemovalReason;
      note?: Envelope;
      by: string;
    };

/** A file that lies with the case, as the decider needs it. */
export interface AttachedFile {
  readonly id: string;
  readonly bytes: number;
}
