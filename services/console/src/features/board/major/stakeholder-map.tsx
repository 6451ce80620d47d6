import { Button, Flex, Form, Input, Modal, Select, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../shared/instant.js';
import { Panel } from '../../../shared/panel.js';
import { AgentSelect } from '../agent-select.js';
import type { CaseView, Stakeholder } from '../board-types.js';
import { FailureNotice } from '../commands/failure-notice.js';
import { stakeholderKinds, stances, useMajorCommand } from './use-major-command.js';
import type { StakeholderBody } from './use-major-command.js';
import { usePersonName } from '../../../shared/use-person-name.js';
import { closeSettled } from '../../../shared/close-settled.js';

const colours = {
  supportive: 'green',
  neutral: 'blue',
  critical: 'red',
  unknown: 'default',
} as const;

/** Everybody who has a say in a major complaint, by what they are: their stance, and who alone speaks with them. */
export function StakeholderMap(props: {
  of: CaseView;
  stakeholders: readonly Stakeholder[];
  mayChange: boolean;
}) {
  const { t } = useTranslation('board');
  const [edited, setEdited] = useState<Stakeholder | 'new'>();
  const { of, stakeholders, mayChange } = props;
  const isEnded = !mayChange || of.stage === 'closed';
  return (
    <Panel
      title={t('major.map')}
      extra={
        <Button disabled={isEnded} onClick={() => setEdited('new')}>
          {t('major.addStakeholder')}
        </Button>
      }
    >
      {stakeholders.length === 0 && (
        <p>
          <Typography.Text type="secondary">{t('major.emptyMap')}</Typography.Text>
        </p>
      )}
      <div className="board-places">
        {stakeholderKinds.map((kind) => (
          <section key={kind} aria-label={t(`major.kinds.${kind}`)}>
            <h3 className="board-heading">{t(`major.kinds.${kind}`)}</h3>
            <Flex vertical gap="small">
              {stakeholders
                .filter((one) => one.kind === kind)
                .map((one) => (
                  <StakeholderCard
                    key={one.id}
                    of={one}
                    {...(!isEnded && { onEdit: () => setEdited(one) })}
                  />
                ))}
              {stakeholders.every((one) => one.kind !== kind) && (
                <Typography.Text type="secondary">{t('major.emptyPlace')}</Typography.Text>
              )}
            </Flex>
          </section>
        ))}
      </div>
      {edited && (
        <StakeholderDialog
          of={of}
          stakeholder={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Panel>
  );
}

function StakeholderCard({ of, onEdit }: { of: Stakeholder; onEdit?: () => void }) {
  const { t } = useTranslation('board');
  const personName = usePersonName();
  const name = of.name ?? t('major.erased');
  return (
    <div className="board-card">
      <Flex justify="space-between" gap="small" align="start">
        <Typography.Text strong>{name}</Typography.Text>
        <Tag color={colours[of.stance]}>
          {t('major.stanceIs', { stance: t(`major.stances.${of.stance}`).toLowerCase() })}
        </Tag>
      </Flex>
      {of.concern && <Typography.Paragraph>{of.concern}</Typography.Paragraph>}
      <div>
        <Typography.Text type="secondary">
          {t('major.speaks', { agent: personName(of.speaker) })} <Instant at={of.at} />
        </Typography.Text>
      </div>
      {onEdit && (
        <Button size="small" aria-label={t('major.editStakeholder', { name })} onClick={onEdit}>
          {t('duty.editRoster')}
        </Button>
      )}
    </div>
  );
}

type Values = Omit<StakeholderBody, 'stakeholderId'>;

function StakeholderDialog(props: {
  of: CaseView;
  stakeholder: Stakeholder | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('board');
  const [form] = Form.useForm<Values>();
  const { map } = useMajorCommand(props.of);
  const { stakeholder } = props;
  const initial = stakeholder
    ? {
        ...{ kind: stakeholder.kind, stance: stakeholder.stance, speaker: stakeholder.speaker },
        ...{ name: stakeholder.name ?? '', concern: stakeholder.concern ?? '' },
      }
    : { kind: 'media' as const, stance: 'unknown' as const };
  const save = ({ concern, ...values }: Values) =>
    map.mutate(
      {
        ...values,
        ...(stakeholder && { stakeholderId: stakeholder.id }),
        ...(concern && { concern }),
      },
      { onSuccess: props.onClose },
    );
  return (
    <Modal
      open
      title={
        stakeholder
          ? t('major.editStakeholder', { name: stakeholder.name ?? t('major.erased') })
          : t('major.addStakeholder')
      }
      okText={t('major.save')}
      okButtonProps={{ loading: map.isPending }}
      cancelText={t('major.cancel')}
      onOk={() => form.submit()}
      {...closeSettled(map.isPending, props.onClose)}
    >
      <Form<Values> form={form} layout="vertical" initialValues={initial} onFinish={save}>
        <FailureNotice error={map.error} />
        <Form.Item
          name="name"
          label={t('major.name')}
          rules={[{ required: true, whitespace: true, message: t('major.needName') }]}
        >
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <Form.Item name="kind" label={t('major.kind')}>
          <Select
            options={stakeholderKinds.map((value) => ({ value, label: t(`major.kinds.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="stance" label={t('major.stance')}>
          <Select
            options={stances.map((value) => ({ value, label: t(`major.stances.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="speaker"
          label={t('major.speaker')}
          rules={[{ required: true, message: t('major.needSpeaker') }]}
        >
          <AgentSelect />
        </Form.Item>
        <Form.Item name="concern" label={t('major.concern')} extra={t('reassign.noteHint')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2_000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
