import { attachmentLimits } from '#contracts';
import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import { refuseWhileMerged } from '../merging/decide-merges.js';
import type { AttachmentCommand } from './attachment-command.js';

const mebibyte = 1_024 * 1_024;

/**
 * A letter or a photo may come when the case has long ended, so its stage does not matter; a merged case
 * takes none, as the work goes on elsewhere.
 */
export function decideAttachments(
  command: AttachmentCommand,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  const base = { caseId: state.id, at: iso(now), attachmentId: command.attachmentId };
  switch (command.type) {
    case 'attach-file': {
      refuseFile(state, command.bytes);
      const { name, mediaType, bytes, checksum, storedSha256, by } = command;
      const file = { name, mediaType, bytes, checksum, storedSha256 };
      return [caseEvent('fileAttached', { ...base, ...file, by })];
    }
    case 'remove-attachment': {
      if (!state.files?.some(({ id }) => id === command.attachmentId)) {
        throw new CaseRefusal('not-found', 'the case has no such file');
      }
      const { reason, note, by } = command;
      return [caseEvent('fileRemoved', { ...base, reason, ...(note && { note }), by })];
    }
  }
}

/**
 * Asked before a file is read as well: nobody sends 25 MB to be refused then.
 * @throws CaseRefusal for a file that the case cannot take
 */
export function refuseFile(state: OpenedCase, bytes: number): void {
  refuseWhileMerged({ type: 'attach-file' }, state);
  const { files = [] } = state;
  const { caseFiles, caseBytes } = attachmentLimits;
  if (files.length >= caseFiles) throw refused(`${caseFiles} files lie with the case, the most`);
  const held = files.reduce((sum, file) => sum + file.bytes, 0);
  if (held + bytes <= caseBytes) return;
  throw refused(`the files of a case have ${caseBytes / mebibyte} MB together at the most`);
}

const refused = (detail: string) => new CaseRefusal('illegal-transition', detail);
