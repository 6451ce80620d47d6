import type { Key } from 'react';
import type { Dashboard } from './dashboards.js';
import { countOf, shareOf, tooFewOf } from './figures.js';
import type { Figures, ReportLine } from './figures.js';
import { hasOwnOrder } from './report-order.js';
import type { Grouping } from './report-state.js';

/** How a table is sorted: as the address says it, `-received` the highest first. */
export const sortOf = (sort: string | undefined) =>
  sort === undefined ? undefined : { name: sort.replace(/^-/, ''), isDown: sort.startsWith('-') };

type Order = 'ascend' | 'descend' | null;

/** How a column of a table stands by that. */
export const orderOf = (sort: ReturnType<typeof sortOf>, name: string): Order => {
  if (sort?.name !== name) return null;
  return sort.isDown ? 'descend' : 'ascend';
};

/** How the address says what somebody sorted a table by; nothing where they took it back. */
export const sortedBy = (sorter: { columnKey?: Key; order?: Order }) => {
  const name = String(sorter.columnKey);
  if (!sorter.order) return undefined;
  return sorter.order === 'descend' ? `-${name}` : name;
};

/** Until somebody sorts: by the main figure, the biggest first, unless groups have an order of their own. */
export function firstSort({ figures }: Pick<Dashboard, 'figures'>, by: Grouping) {
  const [main] = figures;
  return main === undefined || hasOwnOrder(by) ? undefined : `-${main}`;
}

/** What a line is sorted by; what rests on too little says nothing of who is better. */
function placeOf(figures: Figures, name: string): { value: number | null; rank: number } {
  const value = countOf(figures, name) ?? shareOf(figures, name)?.rate ?? null;
  if (value === null) return { value, rank: 2 };
  return { value, rank: tooFewOf(figures, name) ? 1 : 0 };
}

/**
 * Lines by a figure, each with what it is compared with: whichever way they go, those that rest on too little come after
 * the others, and those without the figure last; equal ones as they were.
 */
export function sortLines(
  lines: readonly ReportLine[],
  before: readonly (Figures | undefined)[] | undefined,
  sort: string | undefined,
): { lines: readonly ReportLine[]; before: readonly (Figures | undefined)[] | undefined } {
  const by = sortOf(sort);
  if (!by) return { lines, before };
  const places = lines.map((line, at) => ({ at, ...placeOf(line.figures, by.name) }));
  places.sort((one, other) => {
    if (one.rank !== other.rank) return one.rank - other.rank;
    const [first, second] = [one.value ?? 0, other.value ?? 0];
    return by.isDown ? second - first : first - second;
  });
  return {
    lines: places.flatMap(({ at }) => lines[at] ?? []),
    before: before && places.map(({ at }) => before[at]),
  };
}
