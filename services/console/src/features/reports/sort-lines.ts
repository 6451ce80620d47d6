import { countOf, shareOf } from './figures.js';
import type { Figures, ReportLine } from './figures.js';

/** How a table is sorted: as the address says it, `-received` the highest first. */
export const sortOf = (sort: string | undefined) =>
  sort === undefined ? undefined : { name: sort.replace(/^-/, ''), isDown: sort.startsWith('-') };

const valueOf = (figures: Figures, name: string): number | null =>
  countOf(figures, name) ?? shareOf(figures, name)?.rate ?? null;

/** Lines by a figure, each with what it is compared with; those without it last, equal ones as they were. */
export function sortLines(
  lines: readonly ReportLine[],
  before: readonly (Figures | undefined)[] | undefined,
  sort: string | undefined,
): { lines: readonly ReportLine[]; before: readonly (Figures | undefined)[] | undefined } {
  const by = sortOf(sort);
  if (!by) return { lines, before };
  const places = lines.map((line, at) => ({ at, value: valueOf(line.figures, by.name) }));
  places.sort((one, other) => {
    if (one.value === null || other.value === null) {
      return Number(one.value === null) - Number(other.value === null);
    }
    return by.isDown ? other.value - one.value : one.value - other.value;
  });
  return {
    lines: places.flatMap(({ at }) => lines[at] ?? []),
    before: before && places.map(({ at }) => before[at]),
  };
}
