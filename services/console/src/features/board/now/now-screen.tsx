import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Flex } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../shared/loaded.js';
import { onDemand } from '../../../shared/on-demand.js';
import { BoardFrame } from '../board-frame.js';
import { latestAlerts, openAlerts } from '../board-queries.js';
import type { DueClock } from '../board-types.js';
import type { Looked } from '../case/case-drawer.js';
import { AlertsPart } from './alerts-part.js';
import { AlertsHeading, WorkloadSide } from './around-alerts.js';
import { withLatest } from './group-alerts.js';
import { alertOfClock } from './rank-alerts.js';

const CaseDrawer = onDemand(async () => (await import('../case/case-drawer.js')).CaseDrawer);

/** What matters now: alerts, what is due next, who has how much. */
export function Screen() {
  const { t } = useTranslation('board');
  const alerts = useInfiniteQuery(openAlerts);
  const latest = useQuery(latestAlerts);
  const [looked, setLooked] = useState<Looked>();
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
          <AlertsHeading />
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
        <WorkloadSide onLook={lookAt} />
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
