import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { CaseField } from '../../../shared/case-field.js';
import { useCommandMany } from '../../../shared/use-command-many.js';
import { boardKey } from '../board-queries.js';
import { ResultsDialog } from '../commands/results-dialog.js';
import { caseNumbersOf } from '../incidents/case-numbers.js';

interface Values {
  number: string;
  note: string;
}

/** Triages a complaint as major without leaving the list of those that are. */
export function DeclareDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('board');
  const [form] = Form.useForm<Values>();
  const client = useQueryClient();
  const declare = useCommandMany('triage', () => client.invalidateQueries({ queryKey: boardKey }));
  const isNumber = (_: unknown, text: string) => {
    const { numbers, wrong } = caseNumbersOf(text ?? '');
    return numbers.length === 1 && wrong.length === 0
      ? Promise.resolve()
      : Promise.reject(new Error(t('incidents.needNumber')));
  };
  const send = ({ number, note }: Values) => {
    const said = note.trim();
    declare.give({
      cases: caseNumbersOf(number).numbers.map((one) => ({ case: one })),
      body: { complaintTier: 'major', ...(said !== '' && { note: said }) },
    });
  };
  return (
    <ResultsDialog<Values>
      title={t('major.declare')}
      submit={t('major.declare')}
      {...{ form, onClose }}
      initialValues={{ number: '', note: '' }}
      cases={[]}
      sending={declare}
      isBusy={declare.isPending}
      onSend={send}
    >
      <p>{t('major.declareHint')}</p>
      <Form.Item
        name="number"
        label={t('major.case')}
        validateTrigger="onBlur"
        rules={[{ validator: isNumber }]}
      >
        <CaseField autoFocus />
      </Form.Item>
      <Form.Item name="note" label={t('reassign.note')} extra={t('reassign.noteHint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2_000} />
      </Form.Item>
    </ResultsDialog>
  );
}
