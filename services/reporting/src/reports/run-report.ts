import { orderDimensions, ownGroupings, reportQuery } from '#contracts';
import type { ReportQuery } from '#contracts';
import type { Database } from '#platform';
import { Problem } from '#platform';
import { countFigures } from './count-figures.js';
import { readSnapshot } from './read-snapshot.js';
import { nothingOf } from './report-definition.js';
import type { Figures, ReportDefinition, ReportRow } from './report-definition.js';
import { reports } from './report-definitions.js';

export interface Report {
  report: string;
  title: { zh: string; en: string };
  definition: { zh: string; en: string };
  totals: Figures;
  rows: ReportRow[];
  /** Whether a case may stand in several rows, which counts once in the total. */
  overlaps: boolean;
  /** When it was read. */
  readAt: string;
  /** When the first complaint was received, of whatever kind; null before there is one. */
  since: string | null;
  links: Record<string, string>;
}

/** @throws Problem `not-found` when the catalogue has no such report */
export function getReport(name: string): ReportDefinition {
  const report = Object.hasOwn(reports, name) ? reports[name] : undefined;
  if (!report) throw new Problem('not-found', { detail: `no report ${name}` });
  return report;
}

/** A parameter that changes nothing would make somebody believe it did. */
export function refuseNeedless(
  { takesClock, dimensions = [], groupings = [] }: ReportDefinition,
  query: ReportQuery,
) {
  const refuse = (path: string, rule: string, message: string) => {
    throw new Problem('validation', { errors: [{ path, rule, message }] });
  };
  if (!takesClock && query.clock !== undefined) {
    refuse('clock', 'unknown-field', 'this report counts no clocks');
  }
  for (const name of ownGroupings) {
    if (query.by === name && !groupings.includes(name)) {
      refuse('by', 'invalid-value', `this report knows no ${name}`);
    }
  }
  for (const name of orderDimensions) {
    if (dimensions.includes(name)) continue;
    const message = `this report knows no ${name}`;
    if (query[name] !== undefined) refuse(name, 'unknown-field', message);
    if (query.by === name) refuse('by', 'invalid-value', message);
  }
}

/** What a report can be asked with: what only others know is refused. */
export function parametersOf({ takesClock, dimensions = [] }: ReportDefinition): string[] {
  const others: readonly string[] = [
    ...(takesClock ? [] : ['clock']),
    ...orderDimensions.filter((name) => !dimensions.includes(name)),
  ];
  return Object.keys(reportQuery.shape).filter((name) => !others.includes(name));
}

/**
 * A report with its totals, its groups, and where to find the cases behind each figure. All of it is of one snapshot:
 * what happens while it is read is in none of its numbers.
 * @param asked as it was asked for, which links say again
 */
export async function runReport(
  database: Database,
  name: string,
  query: ReportQuery,
  now: number,
  asked: ReportQuery = query,
): Promise<Report> {
  const report = getReport(name);
  refuseNeedless(report, query);
  const all = { ...query, by: undefined, rollup: undefined };
  const [[whole], rows, [first]] = await readSnapshot(database, (tx) =>
    Promise.all([
      countFigures(tx, report, all, now),
      query.by ? countFigures(tx, report, query, now) : [],
      tx.query<{ since: number | string | null }>(
        'select min(received_at) as since from case_facts',
      ),
    ]),
  );
  const { group: _, ...totals } = whole ?? { group: 'all', ...nothingOf(report) };
  const search = new URLSearchParams(
    Object.entries(asked).flatMap(([key, value]): [string, string][] =>
      value === undefined || key === 'format' ? [] : [[key, String(value)]],
    ),
  );
  const links = Object.fromEntries(
    report.figures.map((figure) => {
      const parameters = new URLSearchParams(search);
      parameters.set('figure', figure);
      return [figure, `/api/v1/reports/${name}/cases?${parameters.toString()}`];
    }),
  );
  return {
    ...{ report: name, title: report.title, definition: report.definition, totals, rows },
    overlaps: report.overlaps === true,
    readAt: new Date(now).toISOString(),
    since: first?.since ? new Date(Number(first.since)).toISOString() : null,
    links,
  };
}
