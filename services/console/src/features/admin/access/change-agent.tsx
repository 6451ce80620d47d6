import { Form, Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { useCommand } from '../use-command.js';
import { AgentSelect } from './agent-select.js';
import { closeSettled } from '../../../shared/close-settled.js';

interface Account {
  id: string;
  username: string;
  agentId: string | null;
}

/** Puts right which agent an account stands for; empty, for none. */
export function ChangeAgent({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const [form] = Form.useForm<{ agentId?: string }>();
  const { id, username, agentId } = account;
  const change = useCommand(
    (chosen: string | null) =>
      bodyOf(
        api.PATCH('/api/v1/users/{id}', { params: { path: { id } }, body: { agentId: chosen } }),
      ),
    {
      stale: [['users'], ['people'], ['session']],
      done: t('users.agentChanged', { username }),
      onDone: onClose,
    },
  );
  return (
    <Modal
      open
      title={t('users.agentOf', { username })}
      okText={t('users.changeAgent')}
      onOk={() => form.submit()}
      confirmLoading={change.isPending}
      {...closeSettled(change.isPending, onClose)}
    >
      <Typography.Paragraph type="secondary">{t('users.agentChangeHelp')}</Typography.Paragraph>
      {change.error && <ProblemNotice error={change.error} />}
      <Form
        name="change-agent"
        form={form}
        layout="vertical"
        initialValues={{ agentId: agentId ?? undefined }}
        onFinish={(values) => change.mutate(values.agentId?.trim() || null)}
      >
        <Form.Item name="agentId" label={t('users.agent')} extra={t('users.agentHelp')}>
          <AgentSelect />
        </Form.Item>
      </Form>
    </Modal>
  );
}
