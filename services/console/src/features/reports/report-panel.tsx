import { Flex, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded } from '../../shared/loaded.js';
import { onDemand } from '../../shared/on-demand.js';
import { Panel } from '../../shared/panel.js';
import { Waiting } from '../../shared/waiting.js';
import { DefinitionButton } from './definition-button.js';
import { ExportButton } from './export-button.js';
import { FigureChart } from './figure-chart.js';
import { FigureTiles } from './figure-tiles.js';
import { StaleFigures } from './stale-figures.js';
import { useShown } from './use-shown.js';
import type { ShownAsking } from './use-shown.js';

const FiguresTable = onDemand(
  async () => (await import('./figures-table.js')).FiguresTable,
  <Waiting />,
);

/** A report at a glance: what it comes to, a chart or its table, and the way to all of it. */
export function ReportPanel(
  props: ShownAsking & {
    title: string;
    to: string;
    view: 'chart' | 'table';
    onView: (view: 'chart' | 'table') => void;
  },
) {
  const { t } = useTranslation('reports');
  const { title, to, dashboard, view, onView } = props;
  const { asked } = useShown(props);
  const [kind] = dashboard.charts;
  const first = [...dashboard.shares, ...dashboard.averages, ...dashboard.figures].slice(0, 3);
  const headline = dashboard.headline ?? first;
  return (
    <Panel
      title={<Link to={to}>{title}</Link>}
      extra={
        <DefinitionButton
          title={title}
          definition={asked.data?.definition}
          figures={dashboard.figures}
          names={asked.data?.names}
        />
      }
    >
      <Loaded asked={asked}>
        {(shown) => (
          <StaleFigures isOld={shown.isOld}>
            <Flex vertical gap="small">
              <FigureTiles shown={shown} only={headline} />
              {kind && view === 'chart' && <FigureChart shown={shown} kind={kind} height={240} />}
              {view === 'table' && <FiguresTable shown={shown} />}
              <Flex gap="small" wrap className="report-actions">
                <Segmented
                  aria-label={t('chart.view')}
                  value={view}
                  options={[
                    { value: 'chart', label: t('chart.asChart') },
                    { value: 'table', label: t('chart.asTable') },
                  ]}
                  onChange={onView}
                />
                <ExportButton shown={shown} />
              </Flex>
            </Flex>
          </StaleFigures>
        )}
      </Loaded>
    </Panel>
  );
}
