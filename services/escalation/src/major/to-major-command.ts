import type { Principal } from '#platform';
import type { CommandInput, Seal } from '../cases/command-input.js';
import type { MajorCommand } from '../domain/major/major-command.js';

type MajorInput = Extract<CommandInput, { name: MajorCommand['type'] }>;

/** The domain's command of one on a major complaint: who has a say in it stays sealed. */
export async function toMajorCommand(
  { name, input }: MajorInput,
  principal: Principal,
  seal: Seal,
): Promise<MajorCommand> {
  const by = principal.agentId ?? principal.username;
  if (name === 'name-task-force') {
    const { lead, members } = input;
    return { type: name, lead, members, by };
  }
  const { stakeholderId, kind, stance, speaker, name: called, concern } = input;
  const sealed = await seal({ name: called, ...(concern !== undefined && { concern }) });
  return {
    ...{ type: name, kind, stance, speaker, name: sealed['name']!, by },
    ...(stakeholderId !== undefined && { stakeholderId }),
    ...(sealed['concern'] && { concern: sealed['concern'] }),
  };
}
