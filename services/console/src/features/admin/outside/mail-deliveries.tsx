import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { FailedCommands } from '../failed-commands.js';
import { RowTable } from '../row-table.js';
import { useCommand } from '../use-command.js';
import { DeliveriesDrawer } from './deliveries-drawer.js';
import { DeliveryState } from './delivery-state.js';

const states = ['waiting', 'delivered', 'parked', 'superseded'] as const;
type State = (typeof states)[number];

/** What was mailed to one person, the newest first. */
export function MailDeliveries(props: {
  opened: { id: string; email: string } | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('admin');
  const { opened, onClose } = props;
  const id = opened?.id ?? '';
  const [state, setState] = useState<State>();
  const key = ['channels', id, 'deliveries'];
  const asked = useInfiniteQuery({
    queryKey: [...key, state],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/api/v1/channels/{id}/deliveries', {
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
    () => bodyOf(api.POST('/api/v1/channels/{id}/redrive', { params: { path: { id } } })),
    { stale: [key], done: ({ redriven }) => t('deliveries.redriven', { count: redriven }) },
  );
  return (
    <DeliveriesDrawer<State>
      title={opened?.email}
      {...{ states, state, onClose }}
      onState={setState}
      onRedrive={() => redrive.mutate()}
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
            rowKey="id"
            columns={[
              {
                title: t('deliveries.at'),
                width: 120,
                render: (_, { createdAt }) => <Instant at={createdAt} />,
              },
              {
                title: t('deliveries.about'),
                width: 160,
                render: (_, { about, alertIds }) =>
                  t(`deliveries.abouts.${about}`, { count: alertIds.length }),
              },
              {
                title: t('deliveries.state'),
                width: 220,
                render: (_, delivery) => <DeliveryState {...delivery} />,
              },
              { title: t('deliveries.attempts'), dataIndex: 'attempts', width: 80, align: 'end' },
              { title: t('deliveries.outcome'), dataIndex: 'outcome', width: 160 },
            ]}
          />
        )}
      </Loaded>
    </DeliveriesDrawer>
  );
}
