import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import type { Role } from '../../../session/session.js';
import { Loaded } from '../../../shared/loaded.js';
import { FailedCommands } from '../failed-commands.js';
import { RowTable } from '../row-table.js';
import { SecretOnce } from '../secret-once.js';
import type { Secret } from '../secret-once.js';
import { SectionFrame } from '../section-frame.js';
import { FormDialog } from '../form-dialog.js';
import { useCommand } from '../use-command.js';
import { RoleSelect } from '../../../shared/role-select.js';
import { RoleTags } from './role-tags.js';

interface NewKey {
  name: string;
  roles: Role[];
}

/** Keys that programs sign in with. */
export function KeysSection() {
  const { t } = useTranslation('admin');
  const [isCreating, setIsCreating] = useState(false);
  const [secret, setSecret] = useState<Secret>();
  const keys = useQuery({
    queryKey: ['api-keys'],
    queryFn: () => bodyOf(api.GET('/api/v1/api-keys')),
  });
  const create = useCommand((body: NewKey) => bodyOf(api.POST('/api/v1/api-keys', { body })), {
    stale: [['api-keys']],
    onDone: ({ name, key }) => {
      setSecret({ owner: name, kind: 'key', value: key });
      setIsCreating(false);
    },
  });
  const revoke = useCommand(
    (id: string) => bodyOf(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } })),
    { stale: [['api-keys']], done: t('keys.revoked') },
  );
  return (
    <SectionFrame
      name="keys"
      actions={
        <Button type="primary" onClick={() => setIsCreating(true)}>
          {t('keys.create')}
        </Button>
      }
    >
      <FailedCommands of={[revoke]} />
      <Loaded asked={keys} isEmpty={({ items }) => items.length === 0} empty={t('keys.none')}>
        {({ items }) => (
          <RowTable
            label={t('sections.keys')}
            rows={items}
            rowKey="id"
            columns={[
              { title: t('keys.name'), dataIndex: 'name' },
              { title: t('users.roles'), render: (_, { roles }) => <RoleTags roles={roles} /> },
              { title: t('keys.createdBy'), dataIndex: 'createdBy' },
              {
                title: t('users.state'),
                render: (_, { isRevoked }) =>
                  isRevoked ? (
                    <Tag>{t('keys.isRevoked')}</Tag>
                  ) : (
                    <Tag color="green">{t('keys.isValid')}</Tag>
                  ),
              },
              {
                title: t('actions'),
                render: (_, { id, name, isRevoked }) =>
                  !isRevoked && (
                    <Popconfirm
                      title={t('keys.revokeSure', { name })}
                      onConfirm={() => revoke.mutate(id)}
                    >
                      <Button size="small" danger>
                        {t('keys.revoke')}
                      </Button>
                    </Popconfirm>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
      <FormDialog<NewKey>
        isOpen={isCreating}
        title={t('keys.create')}
        okText={t('create')}
        save={create}
        onClose={() => setIsCreating(false)}
      >
        <Form.Item
          name="name"
          label={t('keys.name')}
          extra={t('keys.nameHelp')}
          rules={[{ required: true, max: 100, message: t('keys.needName') }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="roles"
          label={t('users.roles')}
          rules={[{ required: true, message: t('users.needRoles') }]}
        >
          <RoleSelect />
        </Form.Item>
      </FormDialog>
      <SecretOnce secret={secret} onClose={() => setSecret(undefined)} />
    </SectionFrame>
  );
}
