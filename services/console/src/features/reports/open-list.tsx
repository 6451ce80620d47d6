import { useTranslation } from 'react-i18next';
import { CaseList } from './case-list.js';
import { sumOf } from './figures.js';
import { lineParameters } from './lines.js';
import { lastDayOf } from './period.js';
import { parametersOf } from './report-queries.js';
import type { ReportState } from './report-state.js';
import { useFilterWords } from './use-filter-words.js';
import { useNames } from './use-names.js';
import { useShown } from './use-shown.js';
import type { ShownAsking } from './use-shown.js';

const nowhere = () => '';

/** The list that the address names: a figure of all lines, or of one. */
export function OpenList(
  props: Omit<ShownAsking, 'listAddress'> & {
    list: NonNullable<ReportState['list']>;
    onClose: () => void;
    onSort: (sort: string | undefined) => void;
  },
) {
  const { t } = useTranslation('reports');
  const { list, onClose, onSort, report, dashboard, organisation, address } = props;
  const names = useNames(organisation, report);
  const filterWords = useFilterWords();
  const { asked, span, by } = useShown({ ...props, listAddress: nowhere });
  const { figure, row } = list;
  const query = {
    ...parametersOf(address.state, span, dashboard.takesClock === true),
    ...lineParameters(row, by),
    figure,
  };
  const shown = asked.data;
  const found = row === undefined ? undefined : shown?.lines.find((one) => one.row === row);
  const figures = row === undefined ? shown?.totals : found?.figures;
  const group = found && shown ? shown.lineName(found) : (row ?? t('group.total'));
  const clock = dashboard.takesClock ? address.state.clock : undefined;
  const filtered = filterWords({ filters: address.state.filters, clock }, names);
  const days =
    span.from && span.to
      ? t('period.span', { from: span.from, to: lastDayOf(span.to) })
      : t('period.whole');
  const title = [t('list.title', { figure: names.figureName(figure), group }), filtered, days]
    .filter(Boolean)
    .join(' · ');
  return (
    <CaseList
      key={JSON.stringify(query)}
      title={title}
      count={sumOf(figures, figure) ?? undefined}
      countedAt={asked.readAt}
      sort={list.sort}
      {...{ report, query, names, onClose, onSort }}
    />
  );
}
