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

/** What became of each, where some were tried again: their last answer, in the order of the first. */
export function mergeResults<Result extends ManyResult>(
  before: readonly Result[],
  again: readonly Result[],
): Result[] {
  const later = new Map(again.map((one) => [one.case, one]));
  return before.map((one) => ({ ...(later.get(one.case) ?? one), index: one.index }));
}
