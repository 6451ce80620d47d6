import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommandMany } from '../../../shared/use-command-many.js';
import { boardKey, caseOf } from '../board-queries.js';
import { ResultsDialog } from '../commands/results-dialog.js';
import { CaseNumberItem } from '../incidents/case-number-item.js';
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
  const declared = declare.results?.find(({ status }) => status === 200)?.case;
  const { data: room } = useQuery({
    ...caseOf(declared ?? ''),
    enabled: declared !== undefined,
  });
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
      about={
        room && (
          <p>
            <Link to={`/board/major/${room.id}`}>{t('major.toRoom', { number: room.number })}</Link>
          </p>
        )
      }
    >
      <p>{t('major.declareHint')}</p>
      <CaseNumberItem name="number" label={t('major.case')} autoFocus />
      <Form.Item name="note" label={t('reassign.note')} extra={t('reassign.noteHint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2_000} />
      </Form.Item>
    </ResultsDialog>
  );
}
