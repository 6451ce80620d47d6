import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CaseField } from '../../../shared/case-field.js';
import { ResultsDialog } from '../commands/results-dialog.js';
import { useCommandMany } from '../../../shared/use-command-many.js';
import type { CommandResult } from '../../../shared/use-command-many.js';
import { boardKey, incidents } from '../board-queries.js';
import { CaseNumberItem, useNumbersRule } from './case-number-item.js';
import { caseNumbersOf, withNumber, withoutNumbers } from './case-numbers.js';
import { NotJoined } from './not-joined.js';
import { OtherCategories } from './other-categories.js';
import { useWhyNotJoined } from './use-why-not-joined.js';

interface Values {
  incident: string;
  numbers: string;
}

/** Joins cases to the one that stands for them; the first that join make it an incident. */
export function JoinDialog({ incident, onClose }: { incident?: string; onClose: () => void }) {
  const { t } = useTranslation('board');
  const [form] = Form.useForm<Values>();
  const [sought, setSought] = useState('');
  // What joined in a try before this one, while others were refused.
  const [before, setBefore] = useState<{ into: string | undefined; joined: CommandResult[] }>({
    into: undefined,
    joined: [],
  });
  const client = useQueryClient();
  const join = useCommandMany('join-incident', () =>
    client.invalidateQueries({ queryKey: boardKey }),
  );
  const [into] = caseNumbersOf(Form.useWatch('incident', form) ?? incident ?? '').numbers;
  const named = caseNumbersOf(Form.useWatch('numbers', form) ?? '').numbers;
  const whyNot = useWhyNotJoined(into, named);
  const refused = (join.results ?? []).filter(({ problem }) => problem !== undefined);
  const joined = [
    ...(before.into === into ? before.joined : []),
    ...(join.results ?? []).filter(({ status }) => status === 200),
  ];
  const leaveOut = (number: string) => {
    form.setFieldValue('numbers', withoutNumbers(form.getFieldValue('numbers') ?? '', [number]));
    // What was pressed is gone with its row.
    (form.getFieldInstance('numbers') as HTMLElement | undefined)?.focus();
  };
  const numbersRule = useNumbersRule(1_000);
  const { data: listed } = useQuery(incidents);
  // The field that names it is gone once results stand in its place.
  const begun = listed?.items.find(
    ({ number }) => incident === undefined && number === before.into,
  );
  const send = (values: Values) => {
    // What joined before, while others were refused, has joined.
    const done = new Set(joined.map(({ case: number }) => number));
    const numbers = caseNumbersOf(values.numbers).numbers.filter((number) => !done.has(number));
    if (numbers.length === 0) return onClose();
    setBefore({ into, joined });
    join.give({
      cases: numbers.map((number) => ({ case: number })),
      body: { incident: caseNumbersOf(values.incident).numbers[0] },
    });
  };
  return (
    <ResultsDialog<Values>
      title={t(incident === undefined ? 'incidents.begin' : 'incidents.declare')}
      submit={t('incidents.join')}
      {...{ form, onClose }}
      initialValues={{ incident: incident ?? '', numbers: '' }}
      cases={[]}
      // Where some were refused the form stays, with which and why.
      sending={{ ...join, results: refused.length > 0 || !join.results ? undefined : joined }}
      isBusy={join.isPending}
      about={
        begun && (
          <p>
            <Link to={`/board/incidents/${begun.id}`}>
              {t('incidents.toIncident', { number: begun.number })}
            </Link>
          </p>
        )
      }
      onSend={send}
    >
      <NotJoined {...{ refused, named, joined: joined.length }} onLeaveOut={leaveOut} />
      <p>{t('incidents.declareHint')}</p>
      <CaseNumberItem
        name="incident"
        label={t('incidents.incident')}
        disabled={incident !== undefined}
        whyNot={whyNot.standing}
        autoFocus={incident === undefined}
      />
      <Form.Item label={t('incidents.find')}>
        <CaseField
          aria-label={t('incidents.find')}
          value={sought}
          whyNot={whyNot.joined}
          onChange={setSought}
          onSelect={(number: string) => {
            const before = form.getFieldValue('numbers') ?? '';
            form.setFieldValue('numbers', withNumber(before, number));
            setSought('');
          }}
        />
      </Form.Item>
      <Form.Item name="numbers" label={t('incidents.numbers')} {...numbersRule}>
        <Input.TextArea autoFocus={incident !== undefined} rows={6} />
      </Form.Item>
      {/* Room that is kept, so that a choice moves no button. */}
      <div className="board-others">
        <OtherCategories />
      </div>
    </ResultsDialog>
  );
}
