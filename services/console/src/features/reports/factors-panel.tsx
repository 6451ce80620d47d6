import { Flex, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAppearance } from '../../app/appearance.js';
import { Loaded } from '../../shared/loaded.js';
import { Panel } from '../../shared/panel.js';
import { countedOf, figuresContent } from './chart-content.js';
import { plainDashboard } from './dashboards.js';
import type { Dashboard } from './dashboards.js';
import { ExportButton } from './export-button.js';
import { FigureLink } from './figure-values.js';
import { Chart } from './lazy-chart.js';
import type { ShownReport } from './shown-report.js';
import { StaleFigures } from './stale-figures.js';
import { useShown } from './use-shown.js';
import type { ShownAsking } from './use-shown.js';

/** What levels rose for, or rest on now, the most frequent first; each reason leads to its cases. */
export function FactorsPanel(
  props: Omit<ShownAsking, 'dashboard'> & {
    title: string;
    figures: readonly string[];
    ofNow?: Dashboard['ofNow'];
  },
) {
  const { t } = useTranslation('reports');
  const { title, figures, ofNow } = props;
  const { asked } = useShown({ ...props, dashboard: { ...plainDashboard(figures), ofNow } });
  return (
    <Panel title={title}>
      <Loaded
        asked={asked}
        isEmpty={({ totals, dashboard }) => countedOf(totals, dashboard.figures).length === 0}
        empty={t('table.empty')}
      >
        {(shown) => (
          <StaleFigures isOld={shown.isOld}>
            <Factors shown={shown} />
          </StaleFigures>
        )}
      </Loaded>
    </Panel>
  );
}

function Factors({ shown }: { shown: ShownReport }) {
  const { t } = useTranslation('reports');
  const navigate = useNavigate();
  const { isDark } = useAppearance();
  const { totals, dashboard, names, title, definition } = shown;
  const counted = countedOf(totals, dashboard.figures);
  const label = `${title}. ${t('factors.some')}`;
  const height = 60 + 32 * counted.length;
  return (
    <Flex vertical gap="small">
      <Typography.Text type="secondary">
        {definition} {t('factors.some')}
      </Typography.Text>
      <Chart
        content={figuresContent(title, counted, { ...names, label, isDark })}
        height={height}
        onPick={(_, at) => {
          const factor = counted[at];
          if (factor) void navigate(shown.listAddress(factor.name));
        }}
      />
      <Table
        size="small"
        rowKey="name"
        pagination={false}
        dataSource={counted}
        columns={[
          {
            key: 'name',
            title: t('list.reasons'),
            rowScope: 'row',
            render: (_, { name }) => names.figureName(name),
          },
          {
            key: 'count',
            title: t('chart.counts'),
            align: 'right',
            render: (_, { name }) => (
              <FigureLink
                figures={totals}
                group={t('group.total')}
                to={shown.listAddress(name)}
                {...{ name, names }}
              />
            ),
          },
        ]}
      />
      <div className="report-actions">
        <ExportButton shown={shown} />
      </div>
    </Flex>
  );
}
