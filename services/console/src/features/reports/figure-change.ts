import { countOf, shareOf } from './figures.js';
import type { Figures, Share } from './figures.js';
import { mayBeChance, shareDifference } from './share-difference.js';
import type { ShareDifference } from './share-difference.js';

/** What became of a figure since what it is compared with. */
export interface Change {
  /** Of a count its growth, of a share the difference in points; null where there is nothing to compare with. */
  by: number | null;
  kind: 'growth' | 'points';
  /** Of shares: where the difference lies at 95 %. */
  interval: Pick<ShareDifference, 'low' | 'high'> | null;
  /** No difference lies within the interval, so that chance may be all there is to it. */
  isUnsure: boolean;
  /** What it was and is; null where that is not known. */
  past: number | null;
  present: number | null;
}

/** Past ten times as many a growth in percent says less than both numbers. */
const mostGrowth = 10;
export const saysGrowth = ({ by }: Change): boolean => by !== null && by <= mostGrowth;

export function changeOf(
  now: Figures | undefined,
  before: Figures | undefined,
  name: string,
): Change {
  const [share, earlier] = [shareOf(now, name), shareOf(before, name)];
  if (share ?? earlier) return changeOfShare(share, earlier);
  const [count, past] = [countOf(now, name), countOf(before, name)];
  const by = count === null || past === null || past === 0 ? null : count / past - 1;
  return { by, kind: 'growth', interval: null, isUnsure: false, past, present: count };
}

function changeOfShare(now: Share | null, before: Share | null): Change {
  const difference = now && before && shareDifference(now, before);
  const { by = null, low, high } = difference ?? {};
  return {
    ...{ by, kind: 'points', past: before?.rate ?? null, present: now?.rate ?? null },
    interval: low === undefined || high === undefined ? null : { low, high },
    isUnsure: difference !== null && mayBeChance(difference),
  };
}
