type Matched = string | null;

/**
 * The queue that a case comes into with other codes; absent where it stays, or where that is not known: a case that
 * somebody moved by hand, or that runs under an older policy, is not where the policy in force would put it.
 */
export function queueAfter(
  now: Matched,
  matchedNow: Matched | undefined,
  matchedThen: Matched | undefined,
): Matched | undefined {
  if (matchedNow === undefined || matchedThen === undefined) return undefined;
  return matchedNow === now && matchedThen !== now ? matchedThen : undefined;
}
