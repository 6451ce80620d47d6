import { refusalOf } from './refusal.js';

export interface ManyResult {
  index: number;
  case: string;
  status: number;
  problem?: { type: string } | undefined;
}

/** Cases that somebody changed since they were read: once read again, they may be given the same again. */
export const changedMeanwhile = (results: readonly ManyResult[]): string[] =>
  results
    .filter(({ problem }) => problem?.type.endsWith(':stale-version'))
    .map(({ case: id }) => id);

/** What leaves who has a case and how it stands as they were: whoever commands many means their command all the same. */
const beside =
  /^clearline\.(alert|sla)\.|^clearline\.case\.(contact-recorded|message-|note-added|evidence-added|file-|feedback-noted|handling-recorded|wording-flagged|join-|reminders-|repeats-counted)/;

/**
 * Never given again by itself. Whoever ends a case reads first what came meanwhile: a call of its customer is no reason to
 * close it unread. And of the others what is beside any command is their own trace: when an answer was lost on its way,
 * the note is there already.
 */
const asked: readonly string[] = [
  ...(['close', 'withdraw'] as const),
  ...(['add-note', 'snooze-reminders', 'resume-reminders'] as const),
];

/** Of those that changed, cases to which nothing happened but what is beside any command, such as a call or an alert. */
export const changedBeside = (command: string, results: readonly ManyResult[]): string[] => {
  if (asked.includes(command)) return [];
  const changed = new Set(changedMeanwhile(results));
  return results.flatMap(({ case: id, problem }) => {
    const changes = problem && changed.has(id) ? refusalOf(problem).changes : [];
    return changes.length > 0 && changes.every(({ type }) => beside.test(type)) ? [id] : [];
  });
};

/** Cases that were refused for what they are or what was asked: given the same again they would be refused again. */
export const refusedForGood = (results: readonly ManyResult[]): string[] => {
  const changed = new Set(changedMeanwhile(results));
  return results.flatMap(({ case: id, problem }) => (problem && !changed.has(id) ? [id] : []));
};

/** What became of those that were named: an answer may also say of others that they were not. */
export const onlyOf = <Result extends ManyResult>(
  results: readonly Result[],
  ids: readonly string[],
): Result[] => results.filter(({ case: id }) => ids.includes(id));

/** What became of each, where some were tried again: their last answer, in the order of the first. */
export function mergeResults<Result extends ManyResult>(
  before: readonly Result[],
  again: readonly Result[],
): Result[] {
  const later = new Map(again.map((one) => [one.case, one]));
  return before.map((one) => ({ ...(later.get(one.case) ?? one), index: one.index }));
}
