import { attachmentRemovalReason, readReason } from '#contracts';
import type { Principal } from '#platform';
import type { CommandInput, Seal } from '../cases/command-input.js';
import type { AttachmentCommand } from '../domain/attachments/attachment-command.js';

type AttachmentInput = Extract<CommandInput, { name: 'remove-attachment' }>;

/** The domain's command about a file: its reason as a code, words of one's own sealed. */
export async function toAttachmentCommand(
  { name, input }: AttachmentInput,
  principal: Principal,
  seal: Seal,
): Promise<AttachmentCommand> {
  const { code, words } = readReason(attachmentRemovalReason, input.reason, input.note);
  const sealed = words ? await seal({ note: words }) : {};
  const by = principal.agentId ?? principal.username;
  return { type: name, attachmentId: input.attachmentId, reason: code, ...sealed, by };
}
