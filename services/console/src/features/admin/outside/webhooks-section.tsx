import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm, Space, Switch, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { FailedCommands } from '../failed-commands.js';
import { RowTable } from '../row-table.js';
import { SecretOnce } from '../secret-once.js';
import type { Secret } from '../secret-once.js';
import { SectionFrame } from '../section-frame.js';
import { useCommand } from '../use-command.js';
import { CreateWebhook } from './create-webhook.js';
import { WebhookDeliveries } from './webhook-deliveries.js';

const stale = [['subscriptions']];

/** Systems that events are posted to, each with how its deliveries fare. */
export function WebhooksSection() {
  const { t } = useTranslation('admin');
  const [isCreating, setIsCreating] = useState(false);
  const [secret, setSecret] = useState<Secret>();
  const [opened, setOpened] = useState<{ id: string; url: string }>();
  const webhooks = useQuery({
    queryKey: ['subscriptions'],
    queryFn: () => bodyOf(api.GET('/api/v1/subscriptions')),
    refetchInterval: 10_000,
  });
  const activate = useCommand(
    ({ id, active }: { id: string; active: boolean }) =>
      bodyOf(
        api.PATCH('/api/v1/subscriptions/{id}', { params: { path: { id } }, body: { active } }),
      ),
    { stale },
  );
  const rotate = useCommand(
    (id: string) =>
      bodyOf(api.POST('/api/v1/subscriptions/{id}/rotate-secret', { params: { path: { id } } })),
    {
      stale,
      onDone: ({ url, secret: value }) => setSecret({ owner: url, kind: 'secret', value }),
    },
  );
  const remove = useCommand(
    (id: string) => bodyOf(api.DELETE('/api/v1/subscriptions/{id}', { params: { path: { id } } })),
    { stale, done: t('webhooks.removed') },
  );
  return (
    <SectionFrame
      name="webhooks"
      actions={
        <Button type="primary" onClick={() => setIsCreating(true)}>
          {t('webhooks.create')}
        </Button>
      }
    >
      <FailedCommands of={[activate, rotate, remove]} />
      <Loaded
        asked={webhooks}
        isEmpty={({ items }) => items.length === 0}
        empty={t('webhooks.none')}
      >
        {({ items }) => (
          <RowTable
            label={t('sections.webhooks')}
            rows={items}
            rowKey="id"
            columns={[
              {
                title: t('webhooks.url'),
                render: (_, { url, description }) => (
                  <>
                    <Typography.Text className="wrapped">{url}</Typography.Text>
                    {description && (
                      <div>
                        <Typography.Text type="secondary">{description}</Typography.Text>
                      </div>
                    )}
                  </>
                ),
              },
              {
                title: t('webhooks.types'),
                render: (_, { types }) => (
                  <span title={types.join('\n')}>
                    {t('webhooks.typeCount', { count: types.length })}
                  </span>
                ),
              },
              {
                title: t('webhooks.active'),
                render: (_, { id, url, active }) => (
                  <Switch
                    aria-label={t('webhooks.activeOf', { url })}
                    checked={active}
                    loading={activate.isPending && activate.variables?.id === id}
                    onChange={(next) => activate.mutate({ id, active: next })}
                  />
                ),
              },
              { title: t('deliveries.states.waiting'), dataIndex: 'waiting', align: 'end' },
              { title: t('deliveries.states.delivered'), dataIndex: 'delivered', align: 'end' },
              {
                title: t('deliveries.states.parked'),
                align: 'end',
                render: (_, { parked }) => (parked > 0 ? <Tag color="red">{parked}</Tag> : parked),
              },
              {
                title: t('webhooks.createdAt'),
                render: (_, { createdAt, createdBy }) => (
                  <>
                    <Instant at={createdAt} /> {createdBy}
                  </>
                ),
              },
              {
                title: t('actions'),
                render: (_, { id, url }) => (
                  <Space wrap>
                    <Button size="small" onClick={() => setOpened({ id, url })}>
                      {t('deliveries.title')}
                    </Button>
                    <Popconfirm
                      title={t('webhooks.rotateSure')}
                      onConfirm={() => rotate.mutate(id)}
                    >
                      <Button size="small">{t('webhooks.rotate')}</Button>
                    </Popconfirm>
                    <Popconfirm
                      title={t('webhooks.removeSure', { url })}
                      onConfirm={() => remove.mutate(id)}
                    >
                      <Button size="small" danger>
                        {t('remove')}
                      </Button>
                    </Popconfirm>
                  </Space>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      <CreateWebhook
        isOpen={isCreating}
        onClose={() => setIsCreating(false)}
        onCreated={({ url, secret: value }) => setSecret({ owner: url, kind: 'secret', value })}
      />
      <WebhookDeliveries opened={opened} onClose={() => setOpened(undefined)} />
      <SecretOnce secret={secret} onClose={() => setSecret(undefined)} />
    </SectionFrame>
  );
}
