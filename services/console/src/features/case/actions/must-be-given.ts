import type { CommandName } from '../words.js';
import type { Field } from './command-field.js';

/**
 * What a command is not given without here, although its description lets it be left out: the API refuses it in words
 * of its own, or takes it from other systems without a reason. Whoever fills in the form is told before.
 */
const needed: Partial<Record<CommandName, readonly string[]>> = {
  'request-extension': ['clockId'],
  'approve-extension': ['notice'],
  'drop-party': ['note'],
};

/** Fields with those marked as required that the command is not given without. */
export const markNeeded = (command: CommandName, fields: readonly Field[]): Field[] =>
  fields.map((field) =>
    needed[command]?.includes(field.name) ? { ...field, isRequired: true } : field,
  );
