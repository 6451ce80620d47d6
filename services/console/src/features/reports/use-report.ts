import { useQuery } from '@tanstack/react-query';
import type { Dashboard } from './dashboards.js';
import type { Figures, ReportLine } from './figures.js';
import { linesOf, treeLines } from './lines.js';
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
  const at = isTree(by) ? state.filters[by] : undefined;
  const branches = (codes: readonly string[]) =>
    isTree(by) ? branchesOf(nodesOf(organisation, by), at, codes) : [];
  const asked = useQuery({
    ...reportQuery(report, { ...parameters, by }, at, branches),
    enabled: isEnabled,
  });
  const read = (answer: ReportAnswer): ReadReport => {
    const { totals, rows, asked: given } = answer;
    const lines = isTree(by)
      ? treeLines(rows, answer.branches, new Map(Object.entries(answer.sums)))
      : linesOf(rows, by, given, today, totals, dashboard.averages);
    return { answer, totals, lines };
  };
  return {
    data: asked.data && read(asked.data),
    error: asked.error,
    refetch: asked.refetch,
    isOld: asked.isPlaceholderData,
  };
}
