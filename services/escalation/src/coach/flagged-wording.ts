import type { CaseView } from '#contracts';
import { Problem } from '#platform';
import type { Queries } from '#platform';
import type { Coach } from '../domain/coach/coach.js';
import type { CaseCommand } from '../domain/case-command.js';
import type { CoachStore } from './coach-store.js';

/** What agents write themselves; the rest of a case's texts holds the customer's words. */
const ownWords = new Set([
  ...['note', 'notice', 'restatement', 'apology', 'remedyOffered', 'resolution', 'text'],
]);

/** Commands whose `text` is for colleagues, as their events say (`isInside`). */
const insideTexts = new Set([
  ...['add-note', 'co-handle', 'supervise', 'mark-problem', 'record-accountability'],
]);

export type Flagged = NonNullable<CaseView['wording']>;

/** The banned phrases in the texts of a command, by field. */
export function findWording(coach: Coach, texts: readonly (readonly [string, string])[]): Flagged {
  return texts
    .filter(([field]) => ownWords.has(field))
    .flatMap(([field, text]) => coach.findPhrases(text).map((found) => ({ field, ...found })));
}

/**
 * Of what was found, what a customer was told. That is what the case records: an audit of the answers given in the name
 * of the house. What is for colleagues is advised upon while it is written, and leaves no mark.
 */
export const toldToCustomer = (command: string, flagged: Flagged): Flagged =>
  insideTexts.has(command) ? [] : flagged.filter(({ field }) => field !== 'note');

/** @throws Problem `validation`, rule `advice-left`, for a message with an advice whose dots nobody has filled in */
export function refuseUnfinished(
  coach: Coach,
  command: string,
  input: Readonly<Record<string, unknown>>,
): void {
  if (command !== 'send-message') return;
  const advised = coach.findUnfinished(String(input['text']));
  if (advised === undefined) return;
  const message = `the dots of the advice are not filled in: ${advised}`;
  throw new Problem('validation', { errors: [{ path: 'text', rule: 'advice-left', message }] });
}

/** The command that records them on the case, without the text around them. */
export function flagCommand(coach: Coach, flagged: Flagged, by: string): CaseCommand {
  const counts = new Map<string, { field: string; phrase: string; times: number }>();
  for (const { field, id } of flagged) {
    const key = `${field} ${id}`;
    const known = counts.get(key);
    counts.set(key, { field, phrase: id, times: (known?.times ?? 0) + 1 });
  }
  return { type: 'flag-wording', found: [...counts.values()], coachVersion: coach.version, by };
}

/** The same for a callback's note. Undefined where nothing was found. */
export async function flagCallbackNote(
  tx: Queries,
  coaches: CoachStore,
  text: string,
  by: string,
): Promise<CaseCommand | undefined> {
  const coach = await coaches.current(tx);
  const flagged = coach.findPhrases(text).map((found) => ({ field: 'callback.note', ...found }));
  return flagged.length > 0 ? flagCommand(coach, flagged, by) : undefined;
}
