import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseField } from '../../../shared/case-field.js';
import { ResultsDialog } from '../commands/results-dialog.js';
import { useCommandMany } from '../../../shared/use-command-many.js';
import { boardKey } from '../board-queries.js';
import { CaseNumberItem, useNumbersRule } from './case-number-item.js';
import { caseNumbersOf, withNumber } from './case-numbers.js';
import { OtherCategories } from './other-categories.js';

interface Values {
  incident: string;
  numbers: string;
}

/** Joins cases to the one that stands for them; the first that join make it an incident. */
export function JoinDialog({ incident, onClose }: { incident?: string; onClose: () => void }) {
  const { t } = useTranslation('board');
  const [form] = Form.useForm<Values>();
  const [sought, setSought] = useState('');
  const client = useQueryClient();
  const join = useCommandMany('join-incident', () =>
    client.invalidateQueries({ queryKey: boardKey }),
  );
  const numbersRule = useNumbersRule(1_000);
  const send = (values: Values) => {
    const [into] = caseNumbersOf(values.incident).numbers;
    join.give({
      cases: caseNumbersOf(values.numbers).numbers.map((number) => ({ case: number })),
      body: { incident: into },
    });
  };
  return (
    <ResultsDialog<Values>
      title={t(incident === undefined ? 'incidents.begin' : 'incidents.declare')}
      submit={t('incidents.join')}
      {...{ form, onClose }}
      initialValues={{ incident: incident ?? '', numbers: '' }}
      cases={[]}
      sending={join}
      isBusy={join.isPending}
      onSend={send}
    >
      <p>{t('incidents.declareHint')}</p>
      <CaseNumberItem
        name="incident"
        label={t('incidents.incident')}
        disabled={incident !== undefined}
        autoFocus={incident === undefined}
      />
      <Form.Item label={t('incidents.find')}>
        <CaseField
          aria-label={t('incidents.find')}
          value={sought}
          onChange={setSought}
          onSelect={(number: string) => {
            const before = form.getFieldValue('numbers') ?? '';
            form.setFieldValue('numbers', withNumber(before, number));
            setSought('');
          }}
        />
      </Form.Item>
      <Form.Item name="numbers" label={t('incidents.numbers')} {...numbersRule}>
        <Input.TextArea autoFocus={incident !== undefined} autoSize={{ minRows: 4, maxRows: 12 }} />
      </Form.Item>
      <OtherCategories />
    </ResultsDialog>
  );
}
