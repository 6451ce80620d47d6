import { Button, Flex, Typography } from 'antd';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../shared/loaded.js';
import { onDemand } from '../../shared/on-demand.js';
import { Panel } from '../../shared/panel.js';
import { CopyLink } from './copy-link.js';
import { plainDashboard, slicesOf } from './dashboards.js';
import type { ChartKind, Dashboard } from './dashboards.js';
import { DefinitionButton } from './definition-button.js';
import { ExportButton } from './export-button.js';
import { FactorsPanel } from './factors-panel.js';
import { FigureChart, nameOfChart } from './figure-chart.js';
import { canBeTooFew } from './figures.js';
import { FigureTiles } from './figure-tiles.js';
import { FiguresTable } from './figures-table.js';
import { FilterBar } from './lazy-filter-bar.js';
import { LiveHint } from './live-hint.js';
import { OverlapNote } from './overlap-note.js';
import { PeriodBar } from './period-bar.js';
import type { Organisation } from './report-queries.js';
import { treeDimensions, withOrder } from './report-state.js';
import { StaleFigures } from './stale-figures.js';
import { ReportsNav } from './reports-nav.js';
import { TreePath } from './tree-path.js';
import { useNames } from './use-names.js';
import { fixedAddress, useReportState } from './use-report-state.js';
import { useShown } from './use-shown.js';

const OpenList = onDemand(async () => (await import('./open-list.js')).OpenList);

/** Two charts of counts are told apart by what they count. */
const countsTitle = (kind: ChartKind, nameOf: (figure: string) => string) =>
  kind.draws === 'counts' ? kind.figures.map(nameOf).join(' · ') : '';

interface CatalogueItem {
  name: string;
  title: { zh: string; en: string };
  figures: string[];
}

/** Drawn when the day changes, not the second. */
export const ReportView = memo(function ReportView(props: {
  report: string;
  dashboard: Dashboard;
  today: string;
  organisation: Organisation;
  items: readonly CatalogueItem[];
}) {
  const { t } = useTranslation('reports');
  const { report, dashboard, today, organisation, items } = props;
  const address = useReportState(dashboard.firstPeriod, slicesOf(dashboard));
  const { state, change, addressWith, addressOf } = address;
  const names = useNames(organisation, report);
  const listOf = (name: string) => (figure: string, row?: string) =>
    addressWith({ list: { report: name, figure, row } });
  const common = { today, organisation, address };
  const read = useShown({ report, dashboard, listAddress: listOf(report), ...common });
  const { span, compared, by } = read;
  const paths = (place?: 'table') =>
    treeDimensions.map((dimension) => (
      <TreePath
        key={dimension}
        {...{ dimension, state, organisation, names, addressWith, place }}
      />
    ));
  const beside = items.find(({ name }) => name === dashboard.beside);
  const besideAt = useRef<HTMLDivElement>(null);
  const goBeside = () => {
    besideAt.current?.scrollIntoView();
    besideAt.current?.focus({ preventScroll: true });
  };
  return (
    <Flex vertical gap="middle">
      <ReportsNav items={items} current={report} addressOf={addressOf} />
      <Flex justify="space-between" gap="middle" wrap className="report-actions">
        <PeriodBar
          {...{ state, span, compared, today, by, change }}
          ofNow={dashboard.ofNow}
          slices={slicesOf(dashboard)}
        />
        <Flex gap="small" align="start" wrap>
          <LiveHint readAt={read.asked.readAt} />
          <CopyLink
            to={addressWith({})}
            fixed={fixedAddress(address, span)}
            period={state.period}
          />
        </Flex>
      </Flex>
      <div className="report-actions">
        <FilterBar
          {...{ state, organisation, names, change }}
          takesClock={dashboard.takesClock === true}
          own={dashboard.dimensions}
        />
      </div>
      {paths()}
      <Loaded asked={read.asked}>
        {(shown) => (
          <StaleFigures isOld={shown.isOld}>
            <Flex vertical gap="middle">
              <Typography.Text type="secondary" className="report-definition">
                {t('definition')}: {shown.definition}
              </Typography.Text>
              {beside && (
                <div>
                  <Button type="link" className="report-jump" onClick={goBeside}>
                    {names.text(beside.title)}
                  </Button>{' '}
                  <Typography.Text type="secondary">{t('factors.each')}</Typography.Text>
                </div>
              )}
              <FigureTiles shown={shown} />
              <div className="report-charts">
                {dashboard.charts.map((kind) => {
                  const name = nameOfChart(kind);
                  const title = name ? names.figureName(name) : countsTitle(kind, names.figureName);
                  return (
                    <Panel
                      key={JSON.stringify(kind)}
                      title={title}
                      extra={
                        <span className="report-actions">
                          <DefinitionButton
                            figures={dashboard.figures}
                            {...{ title, names }}
                            definition={shown.definition}
                          />
                          <ExportButton shown={shown} isSmall />
                        </span>
                      }
                    >
                      <FigureChart shown={shown} kind={kind} height={320} />
                      {kind.draws === 'average' && canBeTooFew(kind.average) && (
                        <Typography.Text type="secondary">{t('share.hollow')}</Typography.Text>
                      )}
                      {kind.draws === 'share' && (
                        <>
                          <Typography.Text type="secondary">{t('share.legend')}</Typography.Text>{' '}
                          <OverlapNote shown={shown} share={kind.share} />
                        </>
                      )}
                    </Panel>
                  );
                })}
              </div>
              <Panel title={t('table.title')} extra={<ExportButton shown={shown} />}>
                <Flex vertical gap="small">
                  {paths('table')}
                  <FiguresTable shown={shown} />
                </Flex>
              </Panel>
            </Flex>
          </StaleFigures>
        )}
      </Loaded>
      {beside && (
        <div ref={besideAt} tabIndex={-1}>
          <FactorsPanel
            report={beside.name}
            title={names.text(beside.title)}
            figures={beside.figures}
            ofNow={dashboard.ofNow}
            listAddress={listOf(beside.name)}
            {...common}
          />
        </div>
      )}
      {state.list && (
        <OpenList
          list={state.list}
          report={state.list.report === beside?.name ? beside.name : report}
          dashboard={
            state.list.report === beside?.name ? plainDashboard(beside.figures) : dashboard
          }
          onClose={() => change({ list: undefined })}
          onSort={(sort) => change(withOrder(sort))}
          {...common}
        />
      )}
    </Flex>
  );
});
