import { useTranslation } from 'react-i18next';
import type { Dashboard } from './dashboards.js';
import { matchedLines } from './drill.js';
import type { ReportLine } from './figures.js';
import { comparedSpan, spanOf } from './period.js';
import type { Organisation } from './report-queries.js';
import { groupingOf, isTime } from './report-state.js';
import type { Grouping, ReportState } from './report-state.js';
import { firstSort, sortLines } from './sort-lines.js';
import type { ShownReport } from './shown-report.js';
import { useNames } from './use-names.js';
import { useReport } from './use-report.js';
import type { StateOfAddress } from './use-report-state.js';

export interface ShownAsking {
  report: string;
  dashboard: Dashboard;
  today: string;
  organisation: Organisation;
  address: Pick<StateOfAddress, 'state' | 'addressWith'>;
  listAddress: ShownReport['listAddress'];
  /** Of an overview, which looks at what is so now as it is, whatever the period. */
  isAtAGlance?: boolean;
}

/** What an overview shows otherwise than its period and grouping say: what is so now is so whatever the period. */
export const atAGlance = ({ ofNow }: Dashboard, { by }: Pick<ReportState, 'by'>) =>
  ofNow ? ({ period: 'all', by: by ?? 'unit' } as const) : {};

/** Reads a report, and what it is compared with, and makes ready what is shown of it. */
export function useShown(asking: ShownAsking) {
  const { t, i18n } = useTranslation('reports');
  const { report, dashboard, today, organisation, address, listAddress, isAtAGlance } = asking;
  const { state, addressWith } = address;
  const names = useNames(organisation, report);
  const { period, by: asked } = isAtAGlance ? { ...state, ...atAGlance(dashboard, state) } : state;
  const span = spanOf(period, today, state.custom);
  const by: Grouping = groupingOf({ by: asked }, span);
  const compared = dashboard.ofNow ? undefined : comparedSpan(state, span);
  const common = { report, dashboard, state, by, organisation };
  const now = useReport({ ...common, span, today });
  const then = useReport({ ...common, span: compared ?? span, today }, compared !== undefined);
  const lineName = ({ row, group }: ReportLine) => {
    const name = names.groupName(now.data?.answer.asked.by ?? by, group);
    const isOwn = row.startsWith('=') && group !== '';
    return isOwn ? t('group.own', { name }) : name;
  };
  const before = compared && then.data;
  // Of figures that were asked for before: by what they were grouped then.
  const shownBy = now.data?.answer.asked.by ?? by;
  const lines = now.data?.lines ?? [];
  const matched =
    before?.answer.asked.by === shownBy ? matchedLines(lines, before.lines, shownBy) : undefined;
  const sorted = sortLines(lines, matched, state.sort ?? firstSort(dashboard, shownBy));
  const charted = isTime(shownBy) ? { lines, before: matched } : sorted;
  const isComparing = compared !== undefined && (then.isOld || (!then.data && !then.error));
  const shown: ShownReport | undefined = now.data && {
    ...common,
    by: shownBy,
    span,
    compared,
    addressWith,
    listAddress,
    names,
    lineName,
    title: now.data.answer.title[i18n.language === 'en' ? 'en' : 'zh'],
    definition: now.data.answer.definition[i18n.language === 'en' ? 'en' : 'zh'],
    totals: now.data.totals,
    overlaps: now.data.answer.overlaps,
    ...charted,
    sorted,
    readAt: now.data.answer.readAt,
    since: now.data.answer.since,
    comparison: compared ? state.comparison : 'none',
    totalsBefore: before?.totals,
    isOld: now.isOld || isComparing,
  };
  const error = now.error ?? (compared ? then.error : null);
  return {
    asked: { data: shown, error, refetch: now.refetch, readAt: now.readAt },
    span,
    compared,
    by,
  };
}
