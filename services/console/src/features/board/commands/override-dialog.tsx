import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.js';
import { ApiProblem } from '../../../api/problem.js';
import { say } from '../../../shared/say.js';
import { boardKey } from '../board-queries.js';
import type { CaseView } from '../board-types.js';
import { useEvidenceNames } from '../use-evidence-names.js';
import { OverrideEffect } from '../../../shared/foretold/override-effect.js';
import { FailureNotice } from './failure-notice.js';
import { closeSettled } from '../../../shared/close-settled.js';

const reasons = [
  'not-applicable',
  'settled-outside',
  'customer-refuses',
  'customer-unreachable',
  'danger-in-delay',
  'other',
] as const;
const stages = ['control', 'listen', 'establish', 'apologise', 'resolve'] as const;
export type WorkStage = (typeof stages)[number];

/** The stage that somebody may end without its evidence, where a case is in one. */
export const workStageOf = ({ stage, missing }: CaseView): WorkStage | undefined =>
  missing.length > 0 ? stages.find((one) => one === stage) : undefined;

interface Values {
  reason: (typeof reasons)[number];
  note?: string;
}

/** Ends the stage of a case without its evidence, for a reason that stays. */
export function OverrideDialog(props: { of: CaseView; stage: WorkStage; onClose: () => void }) {
  const { t } = useTranslation('board');
  const { t: tell } = useTranslation('foretold');
  const [form] = Form.useForm<Values>();
  const needsNote = Form.useWatch('reason', form) === 'other';
  const client = useQueryClient();
  const namesOf = useEvidenceNames();
  const { id, version, missing } = props.of;
  const override = useMutation({
    mutationFn: async ({ reason, note }: Values) => {
      const { response, error } = await api.POST('/api/v1/cases/{id}/commands/override-stage', {
        params: { path: { id } },
        body: { expectedVersion: version, stage: props.stage, reason, ...(note && { note }) },
      });
      if (error) throw new ApiProblem(error as unknown as ApiProblem['body']);
      return response.status;
    },
    onSuccess: (status) => {
      say('success', t(status === 202 ? 'override.waits' : 'override.done'));
      props.onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: boardKey }),
  });
  return (
    <Modal
      open
      title={t('override.title', { stage: t(`stage.${props.stage}`) })}
      okText={t('override.submit')}
      okButtonProps={{ loading: override.isPending, danger: true }}
      cancelText={t('results.cancel')}
      onOk={() => form.submit()}
      {...closeSettled(override.isPending, props.onClose)}
    >
      <Form<Values> form={form} layout="vertical" onFinish={(values) => override.mutate(values)}>
        <FailureNotice error={override.error} />
        <p>{t('override.missing', { what: namesOf(missing) })}</p>
        <OverrideEffect stage={props.stage} of={props.of} />
        <p>{t('override.hint')}</p>
        <Form.Item
          name="reason"
          label={t('override.reason')}
          rules={[{ required: true, message: t('override.needReason') }]}
        >
          <Select
            autoFocus
            options={reasons.map((value) => ({ value, label: t(`override.reasons.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="note"
          label={t('override.note')}
          extra={t('reassign.noteHint')}
          rules={[
            { required: needsNote, whitespace: needsNote, message: tell('override.needNote') },
          ]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2_000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
