import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MissingPage } from '../../app/missing-page.js';
import { Loaded } from '../../shared/loaded.js';
import { ScreenTitle } from '../../shared/screen-title.js';
import { Waiting } from '../../shared/waiting.js';
import { dashboards, plainDashboard } from './dashboards.js';
import { catalogueQuery, organisationQuery } from './report-queries.js';
import { ReportView } from './report-view.js';
import { useReportState, useToday } from './use-report-state.js';
import './reports.css';

/** One report: its figures, charts and table, and the cases behind every number. */
export function Screen() {
  const { t, i18n } = useTranslation('reports');
  const { report = '' } = useParams();
  const catalogue = useQuery(catalogueQuery);
  const organisation = useQuery(organisationQuery);
  const dashboard = dashboards[report];
  const { state } = useReportState(dashboard?.firstPeriod ?? 'last-30');
  const today = useToday(state.timeZone);
  const entry = catalogue.data?.items.find(({ name }) => name === report);
  if (catalogue.data && !entry) return <MissingPage />;
  const title = entry?.title[i18n.language === 'en' ? 'en' : 'zh'];
  return (
    <>
      <ScreenTitle title={title ?? t('title')} />
      <Loaded asked={catalogue}>
        {({ items }) => (
          <Loaded asked={organisation}>
            {(known) =>
              today === undefined ? (
                <Waiting />
              ) : (
                <ReportView
                  key={report}
                  dashboard={dashboard ?? plainDashboard(entry?.figures ?? [])}
                  organisation={known}
                  {...{ report, today, items }}
                />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
