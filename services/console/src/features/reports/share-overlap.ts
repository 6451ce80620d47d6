import { isInsufficient, shareOf } from './figures.js';
import type { ReportLine } from './figures.js';

/**
 * The lines with the lowest and the highest share, where their 95 % intervals overlap: sorted by it, units would look
 * ranked that may not differ. Undefined where they do not, or fewer than two lines rest on enough.
 */
export function overlapOf<Line extends Pick<ReportLine, 'figures'>>(
  lines: readonly Line[],
  name: string,
): { lowest: Line; highest: Line } | undefined {
  const places = lines.flatMap((line) => {
    const share = shareOf(line.figures, name);
    if (!share || share.rate === null || isInsufficient(share)) return [];
    return [{ line, n: share.n, rate: share.rate, low: share.low ?? 0, high: share.high ?? 1 }];
  });
  // Of equal shares the one that rests on most says most.
  const first = (sign: 1 | -1) =>
    places.toSorted((one, other) => sign * (one.rate - other.rate) || other.n - one.n)[0];
  const [lowest, highest] = [first(1), first(-1)];
  if (!lowest || !highest || lowest === highest || lowest.high < highest.low) return undefined;
  return { lowest: lowest.line, highest: highest.line };
}
