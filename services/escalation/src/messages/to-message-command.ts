import type { Principal } from '#platform';
import type { CommandInput, Seal } from '../cases/command-input.js';
import type { CaseCommand } from '../domain/case-command.js';
import type {
  IncidentAnswer,
  MessageCommand,
  MessageTemplate,
} from '../domain/messages/message-command.js';

type MessageInput = Extract<CommandInput, { name: MessageCommand['type'] }>;

/** The domain's command of a message, its text and address sealed. */
export async function toMessageCommand(
  { name, input }: MessageInput,
  principal: Principal,
  seal: Seal,
): Promise<MessageCommand> {
  const by = principal.agentId ?? principal.username;
  if (name === 'undo-message') return { type: name, messageId: input.messageId, by };
  const { kind, channel, text, to, sendAt } = input;
  const sealed = await seal({ text, ...(to !== undefined && { to }) });
  return {
    ...{ type: name, kind, channel, text: sealed['text']! },
    ...(sealed['to'] && { to: sealed['to'] }),
    ...(sendAt !== undefined && { sendAt: Date.parse(sendAt) }),
    by,
  };
}

/** The command, with the version of the template that is in force, and what the message is part of. */
export function withOrigin(
  command: CaseCommand,
  template: MessageTemplate | undefined,
  incident: IncidentAnswer | undefined,
): CaseCommand {
  if (command.type !== 'send-message') return command;
  return { ...command, ...(template && { template }), ...(incident && { incident }) };
}
