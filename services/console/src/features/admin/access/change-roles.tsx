import { Form, Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import type { Role } from '../../../session/session.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { RoleSelect } from '../../../shared/role-select.js';
import { useCommand } from '../use-command.js';
import { closeSettled } from '../../../shared/close-settled.js';

interface Account {
  id: string;
  username: string;
  roles: Role[];
}

/** Gives an account other roles; where somebody changes the own ones, the menu follows. */
export function ChangeRoles({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const [form] = Form.useForm<{ roles: Role[] }>();
  const { id, username } = account;
  const change = useCommand(
    (body: { roles: Role[] }) =>
      bodyOf(api.PATCH('/api/v1/users/{id}', { params: { path: { id } }, body })),
    {
      stale: [['users'], ['session']],
      done: t('users.rolesChanged', { username }),
      onDone: onClose,
    },
  );
  return (
    <Modal
      open
      title={t('users.rolesOf', { username })}
      okText={t('users.changeRoles')}
      onOk={() => form.submit()}
      confirmLoading={change.isPending}
      {...closeSettled(change.isPending, onClose)}
    >
      <Typography.Paragraph type="secondary">{t('users.rolesHelp')}</Typography.Paragraph>
      {change.error && (
        <ProblemNotice
          error={change.error}
          words={{ 'illegal-transition': t('users.lastAdministrator') }}
        />
      )}
      <Form
        // The form of a new user has a field of this name too, and is in the page all the time.
        name="change-roles"
        form={form}
        layout="vertical"
        initialValues={{ roles: account.roles }}
        onFinish={(values) => change.mutate(values)}
      >
        <Form.Item
          name="roles"
          label={t('users.roles')}
          rules={[{ required: true, message: t('users.needRoles') }]}
        >
          <RoleSelect />
        </Form.Item>
      </Form>
    </Modal>
  );
}
