import { commands } from '../../../api/commands.js';
import type { CommandName } from '../words.js';
import type { Field } from './command-field.js';
import { markNeeded } from './must-be-given.js';

/** Extensions name their clock; its kind would be a second way to say so. */
const hidden: Partial<Record<CommandName, readonly string[]>> = {
  'request-extension': ['kind'],
  'approve-extension': ['kind'],
  'refuse-extension': ['kind'],
};

/** What is still to be asked of whoever gives a command, when some of it is known. */
export function fieldsToAsk(command: CommandName, known: readonly string[] = []): Field[] {
  const asked = (commands[command].fields as readonly Field[]).filter(
    ({ name }) => !known.includes(name) && !hidden[command]?.includes(name),
  );
  return markNeeded(command, asked);
}
