import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAppearance } from '../../app/appearance.js';
import { openedBy } from './behind-figure.js';
import { contentOf, isEmptyContent, isNoughtContent } from './chart-content.js';
import { Chart } from './lazy-chart.js';
import type { ChartKind } from './dashboards.js';
import { isTime } from './report-state.js';
import { noDataBeforeOf } from './shown-report.js';
import type { ShownReport } from './shown-report.js';

export const nameOfChart = (kind: ChartKind): string | undefined => {
  switch (kind.draws) {
    case 'counts':
      return undefined;
    case 'share':
      return kind.share;
    case 'average':
      return kind.average;
  }
};

/** The lines of a report, drawn; a bar or a point leads to the cases behind it. */
export function FigureChart(props: { shown: ShownReport; kind: ChartKind; height: number }) {
  const { shown, kind, height } = props;
  const { t } = useTranslation('reports');
  const navigate = useNavigate();
  const { isDark } = useAppearance();
  const { lines, before, names, by } = shown;
  const chartName = nameOfChart(kind);
  const title = chartName ? names.figureName(chartName) : shown.title;
  const label = t('chart.label', { title, by: t(`by.${by}`) });
  const content = contentOf(kind, lines, before, {
    ...names,
    label,
    isDark,
    tooFew: (restsOn) => t(`share.insufficient.${restsOn}`),
    isOverTime: isTime(by),
    lineName: shown.lineName,
    beforeName: (figure) => t('change.series', { figure: names.figureName(figure) }),
    beforeInAll: t('change.series', { figure: t('group.total') }),
  });
  if (isEmptyContent(content)) {
    // What was counted and came to nought is known.
    if (isNoughtContent(content)) return <Empty description={t('chart.nought')} />;
    // From when there is data is told once, above.
    const isUnknown = noDataBeforeOf(shown) !== undefined;
    return <Empty description={isUnknown ? t('share.none') : t('table.empty')} />;
  }
  const pick = (figure: string, at: number) => {
    const line = lines[at];
    const opened = line && openedBy(shown.dashboard, line.figures, figure);
    if (opened) void navigate(shown.listAddress(opened, line.row));
  };
  return <Chart content={content} height={height} onPick={pick} />;
}
