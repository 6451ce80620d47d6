import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Flex, Popover, Typography } from 'antd';
import { memo, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../shared/loaded.js';
import { onDemand } from '../../../shared/on-demand.js';
import { Panel } from '../../../shared/panel.js';
import { Waiting } from '../../../shared/waiting.js';
import { BoardFrame } from '../board-frame.js';
import { latestAlerts, openAlerts, workload } from '../board-queries.js';
import type { DueClock, Workload } from '../board-types.js';
import type { Looked } from '../case/case-drawer.js';
import { AlertsPart } from './alerts-part.js';
import { DueAxis as Axis } from './due-axis.js';
import { withLatest } from './group-alerts.js';
import { alertOfClock } from './rank-alerts.js';
import type { Whose } from './whose.js';

// An alert that comes changes neither: what is drawn anew with it is what it waits for.
const DueAxis = memo(Axis);
const LoadTable = memo(
  onDemand(async () => (await import('./load-table.js')).LoadTable, <Waiting />),
);
const CaseDrawer = onDemand(async () => (await import('../case/case-drawer.js')).CaseDrawer);

/** What matters now: alerts, what is due next, who has how much. */
export function Screen() {
  const { t } = useTranslation('board');
  const alerts = useInfiniteQuery(openAlerts);
  const latest = useQuery(latestAlerts);
  const load = useQuery(workload);
  const [looked, setLooked] = useState<Looked>();
  const [whose, setWhose] = useState<Whose>();
  const listed = alerts.data?.pages.flatMap(({ items }) => items) ?? [];
  const shown = withLatest(listed, latest.data?.items ?? []);
  const total = alerts.data?.pages.at(-1)?.total ?? shown.length;
  const client = useQueryClient();
  const lookAt = useCallback(
    ({ caseId, number, clockId }: DueClock) => {
      const pages = client.getQueryData(openAlerts.queryKey)?.pages ?? [];
      const newest = client.getQueryData(latestAlerts.queryKey);
      const told = [...(newest ? [newest] : []), ...pages].flatMap(({ items }) => items);
      const alert = alertOfClock(told, caseId, clockId);
      setLooked({ id: caseId, number, clock: clockId, ...(alert && { alertId: alert.id }) });
    },
    [client],
  );
  return (
    <BoardFrame title={t('title')} waiting={Math.max(total, shown.length)}>
      <div className="board-columns">
        <Flex vertical gap="small">
          <Typography.Title level={2} className="board-heading">
            {t('alerts.title')}
          </Typography.Title>
          <Typography.Text type="secondary">
            {t('alerts.basis')}{' '}
            <Popover
              trigger="click"
              content={<div className="board-explained">{t('alerts.basisMore')}</div>}
            >
              <Button
                type="text"
                size="small"
                icon={<QuestionCircleOutlined />}
                aria-label={t('alerts.basisAsk')}
              />
            </Popover>
          </Typography.Text>
          <Loaded asked={alerts}>
            {() => (
              <AlertsPart
                alerts={shown}
                total={total}
                onLook={setLooked}
                isCovered={looked !== undefined}
                {...(alerts.hasNextPage && { onMore: () => void alerts.fetchNextPage() })}
                isLoadingMore={alerts.isFetchingNextPage}
              />
            )}
          </Loaded>
        </Flex>
        <Flex vertical gap="middle">
          <Panel title={t('due.title')}>
            <Loaded<Workload> asked={load}>
              {(of) => <DueAxis of={of} whose={whose} onWhose={setWhose} onLook={lookAt} />}
            </Loaded>
          </Panel>
          <Panel title={t('load.title')}>
            <Loaded<Workload> asked={load}>
              {(of) => <LoadTable of={of} whose={whose} onWhose={setWhose} />}
            </Loaded>
          </Panel>
        </Flex>
      </div>
      {looked && (
        <CaseDrawer
          key={looked.alertId ?? looked.id}
          looked={looked}
          onClose={() => setLooked(undefined)}
        />
      )}
    </BoardFrame>
  );
}
