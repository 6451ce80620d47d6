import { useQuery } from '@tanstack/react-query';
import { Flex } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../shared/loaded.js';
import { ScreenTitle } from '../../shared/screen-title.js';
import { Waiting } from '../../shared/waiting.js';
import { CopyLink } from './copy-link.js';
import { dashboards, plainDashboard } from './dashboards.js';
import { FilterBar } from './lazy-filter-bar.js';
import { LiveHint } from './live-hint.js';
import { PeriodBar } from './period-bar.js';
import { comparedSpan, spanOf } from './period.js';
import { catalogueQuery, organisationQuery } from './report-queries.js';
import type { Organisation } from './report-queries.js';
import { ReportPanel } from './report-panel.js';
import { groupingOf, withView } from './report-state.js';
import { ReportsNav, ownReports } from './reports-nav.js';
import { atAGlance } from './use-shown.js';
import { useNames } from './use-names.js';
import { fixedAddress, useReportState, useToday } from './use-report-state.js';
import './reports.css';

const firstPeriod = 'last-30';

/** Every report at a glance, over the same cases and days. */
export function Screen() {
  const { t } = useTranslation('reports');
  const { state } = useReportState(firstPeriod);
  const today = useToday(state.timeZone);
  const organisation = useQuery(organisationQuery);
  return (
    <>
      <ScreenTitle title={t('title')} />
      {today === undefined ? (
        <Waiting />
      ) : (
        <Loaded asked={organisation}>
          {(known) => <Overview today={today} organisation={known} />}
        </Loaded>
      )}
    </>
  );
}

/** Drawn when the day changes, not the second. */
const Overview = memo(function Overview(props: { today: string; organisation: Organisation }) {
  const { today, organisation } = props;
  const address = useReportState(firstPeriod);
  const { state, change, addressWith, addressOf } = address;
  const names = useNames(organisation);
  const catalogue = useQuery(catalogueQuery);
  const span = spanOf(state.period, today, state.custom);
  return (
    <Loaded asked={catalogue}>
      {({ items }) => (
        <Flex vertical gap="middle">
          <ReportsNav items={items} current={undefined} addressOf={addressOf} />
          <Flex justify="space-between" gap="middle" wrap>
            <PeriodBar
              {...{ state, span, today, change }}
              compared={comparedSpan(state, span)}
              by={groupingOf(state, span)}
            />
            <Flex gap="small" align="start" wrap>
              <LiveHint />
              <CopyLink
                to={addressWith({})}
                fixed={fixedAddress(address, span)}
                period={state.period}
              />
            </Flex>
          </Flex>
          <FilterBar {...{ state, organisation, names, change }} takesClock />
          <div className="report-charts">
            {ownReports(items).map(({ name, title, figures }) => {
              const dashboard = dashboards[name] ?? plainDashboard(figures);
              const shown = atAGlance(dashboard, state);
              return (
                <ReportPanel
                  key={name}
                  report={name}
                  title={names.text(title)}
                  to={addressOf(name, shown)}
                  listAddress={(figure, row) =>
                    addressOf(name, { ...shown, list: { report: name, figure, row } })
                  }
                  isAtAGlance
                  view={state.tables?.includes(name) ? 'table' : 'chart'}
                  onView={(view) => change(withView(name, view))}
                  {...{ dashboard, today, organisation, address }}
                />
              );
            })}
          </div>
        </Flex>
      )}
    </Loaded>
  );
});
