import { Button, Descriptions, Flex, Form, Modal, Select, Tag, Typography } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../shared/panel.js';
import { AgentSelect } from '../agent-select.js';
import type { CaseView, TaskForce } from '../board-types.js';
import { FailureNotice } from '../commands/failure-notice.js';
import { useEvidenceNames } from '../use-evidence-names.js';
import { memberRoles, useMajorCommand } from './use-major-command.js';
import type { TaskForceBody } from './use-major-command.js';
import { usePersonName } from '../../../shared/use-person-name.js';
import { closeSettled } from '../../../shared/close-settled.js';

/** Who answers for a major complaint, and who settles it with them. */
export function TaskForceCard(props: { of: CaseView; force: TaskForce; mayChange: boolean }) {
  const { t } = useTranslation('board');
  const personName = usePersonName();
  const namesOf = useEvidenceNames();
  const [isEdited, setIsEdited] = useState(false);
  const { of, force, mayChange } = props;
  const { lead, members } = force;
  const lacking = of.status === 'resolved' ? of.missing : [];
  return (
    <Panel
      title={t('major.force')}
      extra={
        <Button disabled={!mayChange || of.stage === 'closed'} onClick={() => setIsEdited(true)}>
          {t(lead === null ? 'major.nameForce' : 'major.changeForce')}
        </Button>
      }
    >
      {lead === null ? (
        <Typography.Text type="secondary">{t('major.noForce')}</Typography.Text>
      ) : (
        <Descriptions
          size="small"
          column={1}
          items={[
            {
              key: 'lead',
              label: t('major.lead'),
              children: <Tag color="green">{personName(lead)}</Tag>,
            },
            ...members.map(({ agent, role }) => ({
              key: agent,
              label: t(`major.roles.${role}`),
              children: personName(agent),
            })),
          ]}
        />
      )}
      {lacking.length > 0 && (
        <Typography.Text type="warning">
          {t('major.lacking', { what: namesOf(lacking) })}
        </Typography.Text>
      )}
      {isEdited && <ForceDialog of={of} force={force} onClose={() => setIsEdited(false)} />}
    </Panel>
  );
}

function ForceDialog(props: { of: CaseView; force: TaskForce; onClose: () => void }) {
  const { t } = useTranslation('board');
  const [form] = Form.useForm<TaskForceBody>();
  const { nameForce } = useMajorCommand(props.of);
  const { lead, members } = props.force;
  const initial = {
    ...(lead !== null && { lead }),
    members: members.length > 0 ? members : [{ role: 'investigation' as const }],
  };
  const areDistinct = (_: unknown, named: TaskForceBody['members'] = []) => {
    const agents = named.flatMap(({ agent }) => agent ?? []);
    return new Set(agents).size === agents.length
      ? Promise.resolve()
      : Promise.reject(new Error(t('major.twice')));
  };
  return (
    <Modal
      open
      title={t('major.nameForce')}
      okText={t('major.save')}
      okButtonProps={{ loading: nameForce.isPending }}
      cancelText={t('major.cancel')}
      onOk={() => form.submit()}
      {...closeSettled(nameForce.isPending, props.onClose)}
    >
      <Form<TaskForceBody>
        form={form}
        layout="vertical"
        initialValues={initial}
        onFinish={(body) => nameForce.mutate(body, { onSuccess: props.onClose })}
      >
        <FailureNotice error={nameForce.error} />
        <p>{t('major.told')}</p>
        <Form.Item
          name="lead"
          label={t('major.lead')}
          rules={[{ required: true, message: t('major.needLead') }]}
        >
          <AgentSelect autoFocus />
        </Form.Item>
        <Form.List name="members" rules={[{ validator: areDistinct }]}>
          {(fields, { add, remove }, { errors }) => (
            <Flex vertical gap="small">
              {fields.map(({ key, name }) => (
                <Flex key={key} gap="small" align="start">
                  <Form.Item
                    name={[name, 'agent']}
                    className="board-grow"
                    rules={[{ required: true, message: t('major.needMembers') }]}
                  >
                    <AgentSelect aria-label={t('major.member')} placeholder={t('major.member')} />
                  </Form.Item>
                  <Form.Item name={[name, 'role']} className="board-grow">
                    <Select
                      aria-label={t('major.memberRole')}
                      options={memberRoles.map((value) => ({
                        value,
                        label: t(`major.roles.${value}`),
                      }))}
                    />
                  </Form.Item>
                  <Button
                    icon={<DeleteOutlined />}
                    aria-label={t('major.removeMember', { agent: name + 1 })}
                    disabled={fields.length === 1}
                    onClick={() => remove(name)}
                  />
                </Flex>
              ))}
              <Form.ErrorList errors={errors} />
              <Button
                icon={<PlusOutlined />}
                disabled={fields.length >= 20}
                onClick={() => add({ role: 'other' })}
              >
                {t('major.addMember')}
              </Button>
            </Flex>
          )}
        </Form.List>
      </Form>
    </Modal>
  );
}
