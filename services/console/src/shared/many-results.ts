import { refusalOf } from './refusal.js';

/** A case with the version that somebody saw of it, where they did. */
export interface Commanded {
  case: string;
  expectedVersion?: number;
}

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
  /^clearline\.(alert|sla)\.|^clearline\.case\.(contact-recorded|message-|note-added|evidence-added|file-|order-|party-|approval-overdue|action-|feedback-noted|handling-recorded|wording-flagged|join-|reminders-|repeats-counted)/;

/** Whether a case goes on, and to which other ones it belongs. */
const belonging =
  /^clearline\.case\.(resolved|closed|reopened|withdrawn|merged|unmerged|duplicate-|incident-|split-off|part-split|left-for-safety|safety-ended)/;

/** Whose a case is, whether it goes on, and who is kept away from it. */
const owning =
  /^clearline\.case\.(assigned|transfer|handed-back|accused-named|resolved|closed|reopened|withdrawn|merged|unmerged|left-for-safety|safety-)/;

/** What a command is about where that is less than who has a case and how it stands: all else is beside it. */
const concerns: Readonly<Record<string, RegExp>> = {
  assign: owning,
  'join-incident': belonging,
  'leave-incident': belonging,
};

/** Whoever ends a case reads first what came meanwhile: a call of its customer is no reason to close it unread. */
const endings: readonly string[] = ['close', 'withdraw'];

/** The command's own trace: when an answer was lost on its way, what was meant may be done already. */
const traces: Readonly<Record<string, RegExp>> = {
  'add-note': /\.note-added\./,
  'co-handle': /\.order-given\./,
  supervise: /\.order-given\./,
  'snooze-reminders': /\.reminders-/,
  'resume-reminders': /\.reminders-/,
};

/**
 * Of those that changed, cases to which nothing happened but what is beside any command, such as a call or an alert:
 * with the version that their refusal told of, so that nothing comes between unseen. None of which not all is known.
 */
export const changedBeside = (
  command: string,
  results: readonly ManyResult[],
  given: readonly Commanded[],
): Commanded[] => {
  if (endings.includes(command)) return [];
  const concerned = concerns[command];
  const isBeside = ({ type }: { type: string }) =>
    concerned ? !concerned.test(type) : beside.test(type) && !traces[command]?.test(type);
  const changed = new Set(changedMeanwhile(results));
  const seen = new Map(given.map(({ case: id, expectedVersion }) => [id, expectedVersion]));
  return results.flatMap(({ case: id, problem }) => {
    if (!problem || !changed.has(id)) return [];
    const { changes, version } = refusalOf(problem);
    const before = seen.get(id);
    if (version === undefined || before === undefined) return [];
    const areAllKnown = changes.length > 0 && changes.length >= version - before;
    return areAllKnown && changes.every(isBeside) ? [{ case: id, expectedVersion: version }] : [];
  });
};

/** Cases that were refused for what they are or what was asked: given the same again they would be refused again. */
export const refusedForGood = (results: readonly ManyResult[]): string[] => {
  const changed = new Set(changedMeanwhile(results));
  return results.flatMap(({ case: id, problem }) => (problem && !changed.has(id) ? [id] : []));
};

/** What became of each, where some were tried again: their last answer, in the order of the first. */
export function mergeResults<Result extends ManyResult>(
  before: readonly Result[],
  again: readonly Result[],
): Result[] {
  const later = new Map(again.map((one) => [one.case, one]));
  return before.map((one) => ({ ...(later.get(one.case) ?? one), index: one.index }));
}
