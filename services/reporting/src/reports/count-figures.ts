import type { ReportQuery } from '#contracts';
import type { Queries } from '#platform';
import { nothingOf } from './report-definition.js';
import type { Amounts, ReportDefinition, ReportRow } from './report-definition.js';

interface Counted {
  grp: string;
  figure: string;
  count: number;
}

/** Counts, sums and medians per group in group order; every figure is there, zero when nothing counted. */
export async function countFigures(
  tx: Queries,
  report: ReportDefinition,
  query: ReportQuery,
): Promise<ReportRow[]> {
  const { sql, values } = report.members(query);
  const amounts = (of: Amounts | undefined, total: string) => {
    if (!of) return Promise.resolve([]);
    const { sql, values } = of.select(query);
    return tx.query<Counted>(
      `select grp, figure, ${total}::float8 as count from (${sql}) m group by grp, figure`,
      values,
    );
  };
  const [counted, summed, middle] = await Promise.all([
    tx.query<Counted>(
      `select grp, figure, count(*)::int as count from (${sql}) m group by grp, figure order by grp collate "C", figure`,
      values,
    ),
    amounts(report.sums, 'sum(amount)'),
    amounts(report.medians, 'percentile_cont(0.5) within group (order by amount)'),
  ]);
  const groups = new Map<string, Record<string, number>>();
  for (const { grp, figure, count } of [...counted, ...summed, ...middle]) {
    groups.set(grp, { ...groups.get(grp), [figure]: count });
  }
  const nothing = nothingOf(report);
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([group, counts]) => ({ group, ...nothing, ...counts, ...report.derive?.(counts) }));
}
