import { useQueries, useQuery } from '@tanstack/react-query';
import type { Dashboard } from './dashboards.js';
import type { Figures, ReportLine } from './figures.js';
import { linesOf, rowOf, treeLines } from './lines.js';
import { branchesOf } from './organisation-tree.js';
import type { Span } from './period.js';
import { parametersOf, reportQuery } from './report-queries.js';
import type { Organisation, ReportAnswer } from './report-queries.js';
import { isTree } from './report-state.js';
import type { Grouping, ReportState } from './report-state.js';
import { nodesOf } from './use-names.js';

/** What is asked of a report. */
export interface Asking {
  report: string;
  dashboard: Dashboard;
  state: ReportState;
  by: Grouping;
  span: Span;
  today: string;
  organisation: Organisation;
}

export interface ReadReport {
  answer: ReportAnswer;
  totals: Figures;
  lines: ReportLine[];
}

/**
 * A report and its lines. Over units, categories and products a line stands for everything below it: where that is more
 * than one code, the server is asked for it, so that shares and cases are counted there and not added up here.
 */
export function useReport(asking: Asking, isEnabled = true) {
  const { report, dashboard, state, by, span, today, organisation } = asking;
  const parameters = parametersOf(state, span, organisation, dashboard.takesClock === true);
  const asked = useQuery({ ...reportQuery(report, { ...parameters, by }), enabled: isEnabled });
  const rows = asked.data?.rows ?? [];
  const codes = rows.map(({ group }) => group);
  const branches = isTree(by)
    ? branchesOf(nodesOf(organisation, by), state.filters[by], codes)
    : [];
  const wide = branches.filter((branch) => branch.codes.length > 1);
  const sums = useQueries({
    queries: wide.map((branch) =>
      reportQuery(report, { ...parameters, [by]: branch.codes.join(',') }),
    ),
  });
  const read = (answer: ReportAnswer): ReadReport => {
    const { totals, asked: given } = answer;
    if (!isTree(by)) {
      const lines = linesOf(rows, by, given, today, totals, dashboard.averages);
      return { answer, totals, lines };
    }
    const added = new Map(wide.map((branch, at) => [rowOf(branch), sums[at]?.data?.totals]));
    return { answer, totals, lines: treeLines(rows, branches, added) };
  };
  return {
    data: asked.data && sums.every(({ data }) => data) ? read(asked.data) : undefined,
    error: asked.error ?? sums.find(({ error }) => error)?.error ?? null,
    refetch: () => Promise.all([asked.refetch(), ...sums.map(({ refetch }) => refetch())]),
    readAt: asked.dataUpdatedAt,
    isOld: asked.isPlaceholderData,
  };
}
