import { useQuery } from '@tanstack/react-query';
import { Button, Input, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { useSession } from '../../../session/session.js';
import type { Role } from '../../../session/session.js';
import { Loaded } from '../../../shared/loaded.js';
import { SessionsWindow } from '../../../shared/sessions/sessions-on-demand.js';
import { FailedCommands } from '../failed-commands.js';
import { RowTable } from '../row-table.js';
import { SecretOnce } from '../secret-once.js';
import type { Secret } from '../secret-once.js';
import { SectionFrame } from '../section-frame.js';
import { useCommand } from '../use-command.js';
import { ChangeAgent } from './change-agent.js';
import { ChangeRoles } from './change-roles.js';
import { CreateUser } from './create-user.js';
import { RoleTags } from './role-tags.js';
import { UserActions } from './user-actions.js';

const stale = [['users']];

interface Account {
  id: string;
  username: string;
  roles: Role[];
  agentId: string | null;
}

/** Who signs in with a name and a password, with which roles, and as which agent of the organisation. */
export function UsersSection() {
  const { t } = useTranslation('admin');
  const { username: own } = useSession();
  const [sought, setSought] = useState('');
  const [isCreating, setIsCreating] = useState(false);
  const [changed, setChanged] = useState<{
    what: 'roles' | 'agent' | 'sessions';
    account: Account;
  }>();
  const [secret, setSecret] = useState<Secret>();
  const users = useQuery({
    queryKey: ['users'],
    queryFn: () => bodyOf(api.GET('/api/v1/users')),
  });
  const reset = useCommand(
    ({ id }: { id: string; username: string }) =>
      bodyOf(api.POST('/api/v1/users/{id}/reset', { params: { path: { id } } })),
    {
      stale,
      onDone: ({ password }, { username }) =>
        setSecret({ owner: username, kind: 'password', value: password }),
    },
  );
  const disable = useCommand(
    (id: string) => bodyOf(api.POST('/api/v1/users/{id}/disable', { params: { path: { id } } })),
    { stale, done: t('users.disabled') },
  );
  const restore = useCommand(
    (id: string) => bodyOf(api.POST('/api/v1/users/{id}/restore', { params: { path: { id } } })),
    { stale, done: t('users.restored') },
  );
  const close = () => setChanged(undefined);
  return (
    <SectionFrame
      name="users"
      actions={
        <Button type="primary" onClick={() => setIsCreating(true)}>
          {t('users.create')}
        </Button>
      }
    >
      <FailedCommands of={[reset, disable, restore]} />
      <Input.Search
        aria-label={t('users.search')}
        placeholder={t('users.search')}
        allowClear
        onChange={({ target }) => setSought(target.value.trim().toLowerCase())}
        style={{ maxWidth: 320 }}
      />
      <Loaded asked={users}>
        {({ items }) => (
          <RowTable
            label={t('sections.users')}
            rows={items.filter(({ username, agentId }) =>
              `${username} ${agentId ?? ''}`.toLowerCase().includes(sought),
            )}
            rowKey="id"
            columns={[
              {
                title: t('users.username'),
                dataIndex: 'username',
                sorter: (one, other) => one.username.localeCompare(other.username),
              },
              { title: t('users.roles'), render: (_, { roles }) => <RoleTags roles={roles} /> },
              { title: t('users.agent'), dataIndex: 'agentId' },
              {
                title: t('users.state'),
                render: (_, { isDisabled }) =>
                  isDisabled ? (
                    <Tag>{t('users.isDisabled')}</Tag>
                  ) : (
                    <Tag color="green">{t('users.isActive')}</Tag>
                  ),
              },
              {
                title: t('actions'),
                fixed: 'right',
                render: (_, user) => (
                  <UserActions
                    user={user}
                    isOwn={user.username === own}
                    onChangeRoles={() => setChanged({ what: 'roles', account: user })}
                    onChangeAgent={() => setChanged({ what: 'agent', account: user })}
                    onShowSessions={() => setChanged({ what: 'sessions', account: user })}
                    onReset={() => reset.mutate(user)}
                    onDisable={() => disable.mutate(user.id)}
                    onRestore={() => restore.mutate(user.id)}
                  />
                ),
              },
            ]}
          />
        )}
      </Loaded>
      <CreateUser
        isOpen={isCreating}
        onClose={() => setIsCreating(false)}
        onCreated={({ username, password }) => {
          if (password) setSecret({ owner: username, kind: 'password', value: password });
        }}
      />
      {changed?.what === 'roles' && <ChangeRoles account={changed.account} onClose={close} />}
      {changed?.what === 'agent' && <ChangeAgent account={changed.account} onClose={close} />}
      {changed?.what === 'sessions' && (
        <SessionsWindow of={changed.account} isOpen onClose={close} />
      )}
      <SecretOnce secret={secret} onClose={() => setSecret(undefined)} />
    </SectionFrame>
  );
}
