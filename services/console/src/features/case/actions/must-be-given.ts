import type { CommandName } from '../words.js';
import type { Field } from './command-field.js';

/**
 * What a command is refused without, although its description lets it be left out: the API says in words of its own
 * what is missing there. Whoever fills in the form is told before.
 */
const needed: Partial<Record<CommandName, readonly string[]>> = {
  'approve-extension': ['notice'],
};

/** Fields with those marked as required that the command is refused without. */
export const markNeeded = (command: CommandName, fields: readonly Field[]): Field[] =>
  fields.map((field) =>
    needed[command]?.includes(field.name) ? { ...field, isRequired: true } : field,
  );
