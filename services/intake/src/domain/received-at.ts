/** A source's clock may run ahead of ours by this much (design: 5 minutes). */
export const maximumAheadMs = 5 * 60_000;

/** What is wrong with the instant at which something is said to have happened; undefined if nothing. */
export function judgeInstant(at: number, now: number): 'in-the-future' | 'before-1970' | undefined {
  if (at < 0) return 'before-1970';
  if (at > now + maximumAheadMs) return 'in-the-future';
  return undefined;
}
