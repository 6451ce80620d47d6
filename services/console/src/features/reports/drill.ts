import type { ReportLine } from './figures.js';
import { subtreeOf } from './organisation-tree.js';
import type { TreeNode } from './organisation-tree.js';
import { daysOfBucket, finerUnit } from './period.js';
import { isTime, isTree } from './report-state.js';
import type { Grouping, ReportState } from './report-state.js';

/** What opening a line leads to: its days, or what is below it in a tree; undefined where there is no more. */
export function drillInto(
  state: ReportState,
  by: Grouping,
  { row, group }: ReportLine,
  nodes: readonly TreeNode[] | undefined,
): Partial<ReportState> | undefined {
  if (isTime(by)) {
    if (by === 'day') return undefined;
    return { period: 'custom', custom: daysOfBucket(group, by), by: finerUnit[by] };
  }
  if (isTree(by)) {
    const hasMore = !row.startsWith('=') && nodes && subtreeOf(nodes, group).length > 1;
    return hasMore ? { filters: { ...state.filters, [by]: group } } : undefined;
  }
  // There is nothing below a channel or an age: it has its list.
  return undefined;
}

/** Figures that each line is compared with: of time the same place of its span, of others the same group. */
export function matchedLines(
  lines: readonly ReportLine[],
  before: readonly ReportLine[] | undefined,
  by: Grouping,
): (ReportLine['figures'] | undefined)[] | undefined {
  if (!before) return undefined;
  if (isTime(by)) return lines.map((_, at) => before[at]?.figures);
  const rows = new Map(before.map(({ row, figures }) => [row, figures]));
  return lines.map(({ row }) => rows.get(row));
}
