import type { Share } from './figures.js';

/** How far two shares are apart, as a part of one, and where that lies at 95 %. */
export interface ShareDifference {
  by: number;
  low: number;
  high: number;
}

/**
 * The difference of two shares that were counted over different cases, with Newcombe's hybrid score interval
 * (R. G. Newcombe, Statistics in Medicine 17, 1998, pp. 873-890, method 10): it is made of the Wilson intervals of both,
 * so that it stays within -1..1. Two intervals that overlap do not say that the difference may be none; this does.
 * Nothing where one of them counted nothing.
 */
export function shareDifference(now: Share, before: Share): ShareDifference | null {
  if (now.rate === null || before.rate === null) return null;
  const by = now.rate - before.rate;
  const reach = (up: Share, down: Share) =>
    Math.hypot((up.high ?? 1) - (up.rate ?? 0), (down.rate ?? 0) - (down.low ?? 0));
  return { by, low: by - reach(before, now), high: by + reach(now, before) };
}

/** Whether chance alone may be behind it: no difference lies within its interval. */
export const mayBeChance = ({ low, high }: ShareDifference): boolean => low <= 0 && high >= 0;
