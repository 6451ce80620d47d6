import type { Principal } from '#platform';
import type { CommandInput, Seal } from '../cases/command-input.js';
import type { CaseCommand } from '../domain/case-command.js';
import type { IncidentAnswer, MessageCommand } from '../domain/messages/message-command.js';
import type { CheckedMessage } from './check-message.js';

type MessageInput = Extract<CommandInput, { name: MessageCommand['type'] }>;

/** The domain's command of a message, its text and address sealed. */
export async function toMessageCommand(
  { name, input }: MessageInput,
  principal: Principal,
  seal: Seal,
): Promise<MessageCommand> {
  const by = principal.agentId ?? principal.username;
  if (name === 'undo-message') return { type: name, messageId: input.messageId, by };
  const { kind, channel, text, partyId, to, sendAt } = input;
  const sealed = await seal({ text, ...(to !== undefined && { to }) });
  return {
    ...{ type: name, kind, channel, text: sealed['text']! },
    ...(partyId !== undefined && { partyId }),
    ...(sealed['to'] && { to: sealed['to'] }),
    ...(sendAt !== undefined && { sendAt: Date.parse(sendAt) }),
    by,
  };
}

/** The command, with what was found when it was checked, and what the message is part of. */
export function withOrigin(
  command: CaseCommand,
  { template, to }: CheckedMessage,
  incident: IncidentAnswer | undefined,
): CaseCommand {
  if (command.type !== 'send-message') return command;
  const found = { ...(template && { template }), ...(to && { to }) };
  return { ...command, ...found, ...(incident && { incident }) };
}
