import { commands } from '../../../api/commands.js';
import type { CommandName } from '../words.js';
import type { Field } from './command-field.js';
import { markNeeded } from './must-be-given.js';

/** Extensions name their clock; its kind would be a second way to say so. */
const hidden: Partial<Record<CommandName, readonly string[]>> = {
  'request-extension': ['kind'],
  'approve-extension': ['kind'],
  'refuse-extension': ['kind'],
  // Somebody who takes part already is told anew where they stand, from what is known of them.
  'name-party': ['partyId'],
};

/**
 * What is still to be asked of whoever gives a command, when some of it is known; which party it is about only where
 * the case has any.
 */
export function fieldsToAsk(
  command: CommandName,
  known: readonly string[] = [],
  hasParties = false,
): Field[] {
  const asked = (commands[command].fields as readonly Field[]).filter(
    ({ name }) =>
      !known.includes(name) &&
      !hidden[command]?.includes(name) &&
      (name !== 'partyId' || hasParties),
  );
  return markNeeded(command, asked);
}
