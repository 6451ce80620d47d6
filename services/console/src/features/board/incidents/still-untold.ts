import type { IncidentCases } from '../board-types.js';

/** Answers of one kind that came so shortly after one another are one: by several ways, or to those refused before. */
const oneRoundMs = 30 * 60_000;

type Answered = Pick<IncidentCases['incident'], 'stage' | 'toldAt'>;
type Given = Pick<IncidentCases['answers'][number], 'kind' | 'at' | 'held' | 'sent'>;

/** The latest answer of which anything was left standing, with those that belong to it; the latest first. */
function latestRound<Answer extends Given>(answers: readonly Answer[]): Answer[] {
  const [latest, ...before] = answers
    .filter(({ held, sent }) => held + sent > 0)
    .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  if (!latest) return [];
  const round = [latest];
  for (const one of before) {
    const gap = Date.parse(round.at(-1)!.at) - Date.parse(one.at);
    if (one.kind !== latest.kind || gap > oneRoundMs) break;
    round.push(one);
  }
  return round;
}

/** Whose customers had neither the latest answer to all nor a call or message since; none of those that have ended. */
export function stillUntold<Case extends Answered, Answer extends Given>(
  cases: readonly Case[],
  answers: readonly Answer[],
): { kind: Answer['kind'] | undefined; untold: Case[] } {
  const round = latestRound(answers);
  const [latest] = round;
  const first = round.at(-1);
  if (!latest || !first) return { kind: undefined, untold: [] };
  const since = Date.parse(first.at);
  const isUntold = ({ stage, toldAt }: Case) =>
    stage !== 'closed' && (toldAt === null || Date.parse(toldAt) < since);
  return { kind: latest.kind, untold: cases.filter(isUntold) };
}
