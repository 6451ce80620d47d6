import { customersEvidence, findThreats } from '#contracts';
import type { CaseCommandName } from '#contracts';
import type { ThreatCommand } from '../domain/triggers/threat-command.js';

/** Commands in whose texts somebody writes down what the customer said. */
const customersWords: ReadonlySet<CaseCommandName> = new Set<CaseCommandName>([
  'record-contact',
  'answer-remedy',
  'triage',
  'add-evidence',
  'complete-stage',
  'complete-stages',
]);
/** The rest of these commands' texts is the hotline's own answer. */
const customersFields = new Set(['note', 'wish', ...customersEvidence]);

/** The command that flags what a text threatens with; undefined where it threatens with nothing. */
export function threatsIn(text: string, by: string): ThreatCommand | undefined {
  const threats = findThreats(text);
  return threats.length > 0 ? { type: 'flag-threats', threats, source: 'text', by } : undefined;
}

/** The same for the texts of a command, by field. */
export function threatsSaid(
  name: CaseCommandName,
  said: readonly (readonly [string, string])[],
  by: string,
): ThreatCommand | undefined {
  if (!customersWords.has(name)) return undefined;
  const texts = said.flatMap(([field, text]) => (customersFields.has(field) ? [text] : []));
  return threatsIn(texts.join('\n'), by);
}
