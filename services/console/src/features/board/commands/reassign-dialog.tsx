import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { AgentSelect } from '../agent-select.js';
import type { NamedCase } from '../board-types.js';
import { CommandManyDialog } from './command-many-dialog.js';

const reasons = [
  'workload',
  'absence',
  'expertise',
  'first-asked',
  'wrong-unit',
  'escalation',
  'other',
] as const;

interface Values {
  owner?: string;
  reason: (typeof reasons)[number];
  note?: string;
}

/** Gives cases to somebody else. */
export function ReassignDialog({
  owner: chosen,
  ...props
}: {
  cases: readonly NamedCase[];
  /** Who is chosen from the start. */
  owner?: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('board');
  const [form] = Form.useForm<Values>();
  return (
    <CommandManyDialog<Values>
      {...props}
      command="assign"
      title={t('reassign.title')}
      submit={t('reassign.submit')}
      form={form}
      initialValues={{ reason: 'workload', ...(chosen !== undefined && { owner: chosen }) }}
      toBody={({ owner, reason, note }) => ({ owner, reason, ...(note && { note }) })}
    >
      <Form.Item
        name="owner"
        label={t('reassign.owner')}
        rules={[{ required: true, message: t('reassign.needOwner') }]}
      >
        <AgentSelect autoFocus />
      </Form.Item>
      <Form.Item name="reason" label={t('reassign.reason')}>
        <Select
          options={reasons.map((value) => ({ value, label: t(`reassign.reasons.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="note" label={t('reassign.note')} extra={t('reassign.noteHint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2_000} />
      </Form.Item>
    </CommandManyDialog>
  );
}
