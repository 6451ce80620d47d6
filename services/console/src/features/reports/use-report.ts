import { useQuery } from '@tanstack/react-query';
import type { Dashboard } from './dashboards.js';
import type { Figures, ReportLine } from './figures.js';
import { useHeld } from './hold-still.js';
import { linesOf, treeLines } from './lines.js';
import { branchesOf } from './organisation-tree.js';
import { firstDayOf, isBeforeData } from './period.js';
import type { Span } from './period.js';
import { isList, parametersOf, reportQuery } from './report-queries.js';
import type { Organisation, ReportAnswer } from './report-queries.js';
import { isTree } from './report-state.js';
import type { Grouping, ReportState, TreeDimension } from './report-state.js';
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
 * A report and its lines. Over units, categories and products a line stands for everything below it: the server counts
 * that as one, so that shares and cases are counted there and not added up here.
 */
export function useReport(asking: Asking, isEnabled = true) {
  const { report, dashboard, state, by, span, today, organisation } = asking;
  const parameters = parametersOf(state, span, dashboard.takesClock === true);
  const at = isTree(by) ? state.filters[by] : undefined;
  const isBranched = isTree(by) && !isList(at);
  const query = { ...parameters, by, ...(isBranched && { branches: 'true' as const }) };
  const isHeld = useHeld();
  const asked = useQuery({
    ...reportQuery(report, query, at),
    enabled: isEnabled,
    // Live streams say when to read again; once a minute is for what no stream tells. A function would be asked only
    // when something was read: a minute that has begun would end in one more.
    refetchInterval: isHeld ? false : 60_000,
  });
  // By what these figures were asked for, which may be other than what is asked for by now.
  const read = (answer: ReportAnswer): ReadReport => {
    const { rows, asked: given } = answer;
    const firstDay = firstDayOf(answer.since, given.tz);
    const totals = isBeforeData(given, firstDay) ? {} : answer.totals;
    const branches = (tree: TreeDimension) =>
      branchesOf(
        nodesOf(organisation, tree),
        answer.at,
        rows.map(({ group }) => group),
      );
    const lines = isTree(given.by)
      ? treeLines(rows, branches(given.by))
      : linesOf(rows, given.by, given, today, totals, dashboard.averages, firstDay);
    return { answer, totals, lines };
  };
  return {
    data: asked.data && read(asked.data),
    error: asked.error,
    refetch: asked.refetch,
    /** By this machine's clock, epoch milliseconds; 0 before. */
    readAt: asked.data?.cameAt ?? 0,
    isOld: asked.isPlaceholderData,
  };
}
