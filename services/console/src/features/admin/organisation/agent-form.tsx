import { Form, Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { RoleSelect } from '../../../shared/role-select.js';
import { useNamed } from '../../../shared/use-named.js';
import { FormDialog } from '../form-dialog.js';
import { useCommand } from '../use-command.js';
import { codePattern } from './code-pattern.js';
import type { Agent, Entry } from './read-organisation.js';

/** An agent of the organisation: which cases they see follows from the unit. */
export function AgentForm(props: {
  agent: Partial<Agent> | undefined;
  units: readonly Entry[];
  onClose: () => void;
}) {
  const { t } = useTranslation('admin');
  const named = useNamed();
  const { agent, units, onClose } = props;
  const isNew = agent?.agentId === undefined;
  const save = useCommand(
    (body: Agent) => bodyOf(api.POST('/api/v1/organisation', { body: { agents: [body] } })),
    { stale: [['organisation']], done: t('saved'), onDone: onClose },
  );
  return (
    <FormDialog<Agent>
      isOpen={agent !== undefined}
      title={isNew ? t('organisation.add.agents') : agent?.agentId}
      okText={t('save')}
      save={save}
      onClose={onClose}
      initialValues={{ active: true, roles: ['agent'], ...agent }}
    >
      <Form.Item
        name="agentId"
        label={t('organisation.agent')}
        rules={[{ required: true, pattern: codePattern, message: t('organisation.codeRule') }]}
      >
        <Input disabled={!isNew} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="unit"
        label={t('organisation.unit')}
        rules={[{ required: true, message: t('organisation.needUnit') }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={units
            .filter(({ active, code }) => active || code === agent?.unit)
            .map(({ code, name }) => ({ value: code, label: `${named(name)} · ${code}` }))}
        />
      </Form.Item>
      <Form.Item
        name="roles"
        label={t('users.roles')}
        rules={[{ required: true, message: t('users.needRoles') }]}
      >
        <RoleSelect />
      </Form.Item>
      <Form.Item
        name="active"
        label={t('organisation.active')}
        extra={t('organisation.agentActiveHelp')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
    </FormDialog>
  );
}
