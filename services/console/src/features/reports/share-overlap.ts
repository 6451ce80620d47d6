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
    return [{ line, rate: share.rate, low: share.low ?? 0, high: share.high ?? 1 }];
  });
  places.sort((one, other) => one.rate - other.rate);
  const [lowest, highest] = [places[0], places.at(-1)];
  if (!lowest || !highest || lowest === highest || lowest.high < highest.low) return undefined;
  return { lowest: lowest.line, highest: highest.line };
}
