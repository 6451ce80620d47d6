import type { Branch } from './organisation-tree.js';
import { emptyLike } from './figures.js';
import type { Figures, ReportLine } from './figures.js';
import { bucketsOf, daysOfBucket, isBeforeData } from './period.js';
import type { Span } from './period.js';
import { inOwnOrder } from './report-order.js';
import type { ReportParameters } from './report-queries.js';
import { isTime, isTree } from './report-state.js';
import type { Grouping } from './report-state.js';

type Row = Figures & { group: string };

/** The row of an address: what lies below a code is named by it, what is its own by `=` and the code. */
export const rowOf = ({ code, own }: Branch): string => (own ? `=${code}` : code);

/** Lines over time, those without anything filled in, and blank before there was any data; other groups in their order, or as they are. */
export function linesOf(
  rows: readonly Row[],
  by: Grouping,
  span: Span,
  today: string,
  totals: Figures,
  averages: readonly string[],
  firstDay?: string,
): ReportLine[] {
  const lines = new Map(rows.map((row) => [row.group, row]));
  const groups = isTime(by)
    ? everyBucket(rows, by, span, today)
    : inOwnOrder([...lines.keys()], by);
  const none = emptyLike(totals, averages);
  const isBlank = (group: string) => isTime(by) && isBeforeData(daysOfBucket(group, by), firstDay);
  return groups.map((group) => {
    const figures = lines.get(group) ?? (isBlank(group) ? {} : none);
    return { row: group, group, figures };
  });
}

function everyBucket(
  rows: readonly Row[],
  by: Parameters<typeof bucketsOf>[1],
  span: Span,
  today: string,
): string[] {
  const [first, last] = [rows[0]?.group, rows.at(-1)?.group];
  const from = span.from ?? (first && daysOfBucket(first, by).from);
  const to = span.to ?? (last && daysOfBucket(last, by).to);
  if (!from || !to) return [];
  // Nothing can have happened after today.
  const end = daysOfBucket(today, 'day').to;
  return bucketsOf({ from, to: to < end ? to : end }, by);
}

/** The lines of a tree, whose groups the server counted as one. */
export function treeLines(rows: readonly Row[], branches: readonly Branch[]): ReportLine[] {
  const groups = new Map(rows.map((row) => [row.group, row]));
  return branches.map((branch) => {
    const figures = groups.get(branch.code) ?? {};
    return { row: rowOf(branch), group: branch.code, figures };
  });
}

/** The parameters of a list that say which line it belongs to; of a tree, what lies below the line's code. */
export function lineParameters(
  row: string | undefined,
  by: Grouping,
): Partial<ReportParameters> & { group?: string } {
  if (row === undefined) return {};
  if (!isTree(by)) return { by, group: row };
  if (row.startsWith('=')) return { by, group: row.slice(1) };
  const line: Partial<ReportParameters> = {};
  line[`${by}Tree`] = row;
  return line;
}
