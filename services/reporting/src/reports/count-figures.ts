import type { ReportQuery } from '#contracts';
import type { Queries } from '#platform';
import { ageOrder } from './age-classes.js';
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
  now: number,
): Promise<ReportRow[]> {
  const { sql, values } = report.members(query, now);
  const amounts = (of: Amounts | undefined, total: string) => {
    if (!of) return Promise.resolve([]);
    const { sql, values } = of.select(query, now);
    return tx.query<Counted>(
      `select grp, figure, ${total}::float8 as count from (${sql}) m group by grp, figure`,
      values,
    );
  };
  const [counted, summed, middle, most] = await Promise.all([
    tx.query<Counted>(
      `select grp, figure, count(*)::int as count from (${sql}) m group by grp, figure order by grp collate "C", figure`,
      values,
    ),
    amounts(report.sums, 'sum(amount)'),
    amounts(report.medians, 'percentile_cont(0.5) within group (order by amount)'),
    amounts(report.maxima, 'max(amount)'),
  ]);
  const groups = new Map<string, Record<string, number>>();
  for (const { grp, figure, count } of [...counted, ...summed, ...middle, ...most]) {
    groups.set(grp, { ...groups.get(grp), [figure]: count });
  }
  // Ages go from the youngest to the oldest, whatever their names.
  const placeOf = (group: string) => (query.by === 'age' ? ageOrder(group) : group);
  const nothing = nothingOf(report);
  return [...groups]
    .sort(([one], [other]) => (placeOf(one) < placeOf(other) ? -1 : 1))
    .map(([group, counts]) => ({ group, ...nothing, ...counts, ...report.derive?.(counts) }));
}
