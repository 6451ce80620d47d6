import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { FormDialog } from '../form-dialog.js';
import { useCommand } from '../use-command.js';
import { eventNames } from './event-names.js';

interface Webhook {
  url: string;
  types: string[];
  description?: string;
}

/** A new webhook. Its secret is in the answer, and nowhere else. */
export function CreateWebhook(props: {
  isOpen: boolean;
  onClose: () => void;
  onCreated: (created: { url: string; secret: string }) => void;
}) {
  const { t } = useTranslation('admin');
  const { isOpen, onClose, onCreated } = props;
  const known = useQuery({
    queryKey: ['asyncapi'],
    queryFn: async () => eventNames(await bodyOf(api.GET('/api/v1/asyncapi.json'))),
    enabled: isOpen,
    staleTime: Infinity,
  });
  const create = useCommand(
    ({ url, types, description }: Webhook) =>
      bodyOf(
        api.POST('/api/v1/subscriptions', {
          body: { url, types, ...(description && { description }) },
        }),
      ),
    {
      stale: [['subscriptions']],
      onDone: (created) => {
        onCreated(created);
        onClose();
      },
    },
  );
  return (
    <FormDialog<Webhook>
      isOpen={isOpen}
      title={t('webhooks.create')}
      okText={t('create')}
      save={create}
      onClose={onClose}
    >
      <Form.Item
        name="url"
        label={t('webhooks.url')}
        extra={t('webhooks.urlHelp')}
        rules={[{ required: true, type: 'url', max: 2000, message: t('webhooks.needUrl') }]}
      >
        <Input inputMode="url" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="types"
        label={t('webhooks.types')}
        rules={[{ required: true, message: t('webhooks.needTypes') }]}
      >
        <Select
          mode="tags"
          loading={known.isPending}
          options={(known.data ?? []).map((value) => ({ value, label: value }))}
        />
      </Form.Item>
      <Form.Item name="description" label={t('webhooks.description')} rules={[{ max: 200 }]}>
        <Input />
      </Form.Item>
    </FormDialog>
  );
}
