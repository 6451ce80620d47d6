import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import type { Role } from '../../../session/session.js';
import { FormDialog } from '../form-dialog.js';
import { useCommand } from '../use-command.js';
import { RoleSelect } from '../../../shared/role-select.js';
import { AgentSelect } from './agent-select.js';

interface Account {
  username: string;
  roles: Role[];
  agentId?: string;
  password?: string;
}

/** A new account. Without a password the server makes one, which is shown once. */
export function CreateUser(props: {
  isOpen: boolean;
  onClose: () => void;
  onCreated: (created: { username: string; password?: string }) => void;
}) {
  const { t } = useTranslation('admin');
  const { isOpen, onClose, onCreated } = props;
  const create = useCommand(
    ({ username, roles, agentId, password }: Account) =>
      bodyOf(
        api.POST('/api/v1/users', {
          body: { username, roles, ...(agentId && { agentId }), ...(password && { password }) },
        }),
      ),
    {
      stale: [['users']],
      done: ({ username }) => t('users.created', { username }),
      onDone: (created) => {
        onCreated(created);
        onClose();
      },
    },
  );
  return (
    <FormDialog<Account>
      isOpen={isOpen}
      title={t('users.create')}
      okText={t('create')}
      save={create}
      onClose={onClose}
    >
      <Form.Item
        name="username"
        label={t('users.username')}
        extra={t('users.usernameRule')}
        rules={[
          {
            required: true,
            pattern: /^[\p{L}\p{N}._-]{2,60}$/u,
            message: t('users.usernameRule'),
          },
        ]}
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
      <Form.Item name="agentId" label={t('users.agent')} extra={t('users.agentHelp')}>
        <AgentSelect isShown={isOpen} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('users.password')}
        extra={t('users.passwordHelp')}
        rules={[{ min: 10, message: t('users.passwordRule') }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </FormDialog>
  );
}
