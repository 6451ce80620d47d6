import type { CaseView } from '#contracts';
import type { Coach } from '../domain/coach/coach.js';
import type { CaseCommand } from '../domain/case-command.js';

/** What agents write themselves; the rest of a case's texts holds the customer's words. */
const ownWords = new Set([
  ...['note', 'notice', 'restatement', 'apology', 'remedyOffered', 'resolution'],
]);

export type Flagged = NonNullable<CaseView['wording']>;

/** The banned phrases in the texts of a command, by field. */
export function findWording(coach: Coach, texts: readonly (readonly [string, string])[]): Flagged {
  return texts
    .filter(([field]) => ownWords.has(field))
    .flatMap(([field, text]) => coach.findPhrases(text).map((found) => ({ field, ...found })));
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
