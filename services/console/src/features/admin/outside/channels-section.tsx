import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { FailedCommands } from '../failed-commands.js';
import { RowTable } from '../row-table.js';
import { SectionFrame } from '../section-frame.js';
import { useCommand } from '../use-command.js';
import { MailDeliveries } from './mail-deliveries.js';
import { OwnChannel } from './own-channel.js';

/** Who has alerts mailed and how the mails fare; and the reader's own address, language and time zone. */
export function ChannelsSection() {
  const { t } = useTranslation('admin');
  const [opened, setOpened] = useState<{ id: string; email: string }>();
  const channels = useQuery({
    queryKey: ['channels'],
    queryFn: () => bodyOf(api.GET('/api/v1/channels')),
    refetchInterval: 10_000,
  });
  const remove = useCommand(
    (id: string) => bodyOf(api.DELETE('/api/v1/channels/{id}', { params: { path: { id } } })),
    { stale: [['channels'], ['own-channel']], done: t('channels.removed') },
  );
  return (
    <SectionFrame name="channels" actions={<OwnChannel />}>
      <FailedCommands of={[remove]} />
      <Loaded
        asked={channels}
        isEmpty={({ items }) => items.length === 0}
        empty={t('channels.none')}
      >
        {({ items }) => (
          <RowTable
            label={t('sections.channels')}
            rows={items}
            rowKey="id"
            columns={[
              { title: t('users.username'), dataIndex: 'username' },
              { title: t('channels.email'), dataIndex: 'email' },
              {
                title: t('channels.language'),
                render: (_, { language }) => t(`languages.${language}`),
              },
              { title: t('channels.timeZone'), dataIndex: 'timeZone' },
              { title: t('deliveries.states.waiting'), dataIndex: 'waiting', align: 'end' },
              { title: t('deliveries.states.delivered'), dataIndex: 'delivered', align: 'end' },
              {
                title: t('deliveries.states.parked'),
                align: 'end',
                render: (_, { parked }) => (parked > 0 ? <Tag color="red">{parked}</Tag> : parked),
              },
              {
                title: t('webhooks.createdAt'),
                render: (_, { createdAt }) => <Instant at={createdAt} />,
              },
              {
                title: t('actions'),
                render: (_, { id, email, username }) => (
                  <Space>
                    <Button size="small" onClick={() => setOpened({ id, email })}>
                      {t('deliveries.title')}
                    </Button>
                    <Popconfirm
                      title={t('channels.removeSure', { username })}
                      onConfirm={() => remove.mutate(id)}
                    >
                      <Button size="small" danger>
                        {t('channels.end')}
                      </Button>
                    </Popconfirm>
                  </Space>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      <MailDeliveries opened={opened} onClose={() => setOpened(undefined)} />
    </SectionFrame>
  );
}
