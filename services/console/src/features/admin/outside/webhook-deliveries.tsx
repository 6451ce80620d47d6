import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, bodyOf } from '../../../api/client.js';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { FailedCommands } from '../failed-commands.js';
import { RowTable } from '../row-table.js';
import { useCommand } from '../use-command.js';
import { DeliveriesDrawer } from './deliveries-drawer.js';
import { DeliveryState } from './delivery-state.js';

const states = ['waiting', 'delivered', 'parked'] as const;
type State = (typeof states)[number];

/** What was sent to one webhook, the newest first; parked ones one by one or all together. */
export function WebhookDeliveries(props: {
  opened: { id: string; url: string } | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('admin');
  const { opened, onClose } = props;
  const id = opened?.id ?? '';
  const [state, setState] = useState<State>();
  const key = ['subscriptions', id, 'deliveries'];
  const asked = useInfiniteQuery({
    queryKey: [...key, state],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/api/v1/subscriptions/{id}/deliveries', {
          params: {
            path: { id },
            query: { ...(state && { state }), ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: opened !== undefined,
    refetchInterval: 10_000,
  });
  const redrive = useCommand(
    (eventIds?: string[]) =>
      bodyOf(
        api.POST('/api/v1/subscriptions/{id}/redrive', {
          params: { path: { id } },
          body: eventIds ? { eventIds } : {},
        }),
      ),
    { stale: [key], done: ({ redriven }) => t('deliveries.redriven', { count: redriven }) },
  );
  return (
    <DeliveriesDrawer<State>
      title={opened?.url}
      {...{ states, state, onClose }}
      onState={setState}
      onRedrive={() => redrive.mutate(undefined)}
      isRedriving={redrive.isPending}
      more={asked.hasNextPage ? () => void asked.fetchNextPage() : undefined}
      isLoadingMore={asked.isFetchingNextPage}
    >
      <FailedCommands of={[redrive]} />
      <Loaded
        asked={asked}
        isEmpty={({ pages }) => pages[0]!.items.length === 0}
        empty={t('deliveries.none')}
      >
        {({ pages }) => (
          <RowTable
            label={t('deliveries.title')}
            rows={pages.flatMap(({ items }) => items)}
            rowKey="eventId"
            columns={[
              {
                title: t('deliveries.at'),
                width: 120,
                render: (_, { createdAt }) => <Instant at={createdAt} />,
              },
              { title: t('deliveries.type'), dataIndex: 'type', width: 260 },
              {
                title: t('policies.case'),
                width: 110,
                render: (_, { caseId }) => <Link to={`/cases/${caseId}`}>{caseId.slice(-8)}</Link>,
              },
              {
                title: t('deliveries.state'),
                width: 200,
                render: (_, delivery) => <DeliveryState {...delivery} />,
              },
              { title: t('deliveries.attempts'), dataIndex: 'attempts', width: 80, align: 'end' },
              { title: t('deliveries.outcome'), dataIndex: 'outcome', width: 160 },
              {
                title: t('actions'),
                width: 110,
                render: (_, { eventId, state: its }) =>
                  its === 'parked' && (
                    <Button size="small" onClick={() => redrive.mutate([eventId])}>
                      {t('deliveries.redrive')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </DeliveriesDrawer>
  );
}
