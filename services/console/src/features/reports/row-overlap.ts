import { countOf } from './figures.js';
import type { Figures, ReportLine } from './figures.js';

/** What the lines of a figure add up to, where that is more than the total; undefined where no case stands in several. */
export function sumBeyondTotal(
  lines: readonly Pick<ReportLine, 'figures'>[],
  totals: Figures,
  name: string,
): number | undefined {
  const total = countOf(totals, name);
  const sum = lines.reduce((all, { figures }) => all + (countOf(figures, name) ?? 0), 0);
  return total !== null && sum > total ? sum : undefined;
}
