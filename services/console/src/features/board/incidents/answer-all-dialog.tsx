import { useQuery } from '@tanstack/react-query';
import { Alert, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { blanksOf } from '../../../shared/blanks.js';
import { messageKinds } from '../../../shared/message-kinds.js';
import { CoachHints } from '../../../shared/coach-hints.js';
import { messageTemplates } from '../board-queries.js';
import type { IncidentCases } from '../board-types.js';
import { ResultsDialog } from '../commands/results-dialog.js';
import { ReachNotice } from './reach-notice.js';
import { TakeBackAll } from './take-back-all.js';
import { useAnswerAll } from './use-answer-all.js';
import type { AnswerMessage } from './use-answer-all.js';
import { waysOfCases } from './ways-of-cases.js';

/** Stands for no channel of its own: each case is answered the way its complaint came. */
const asItCame = 'as-it-came';
const ways = [asItCame, 'app', 'web', 'email', 'social', 'letter'] as const;
/** Filled in for each customer by the server, whatever the language of the message; each reader is told their own. */
const own = { en: ['{name}', '{number}'], 'zh-CN': ['{称呼}', '{单号}'] } as const;
const filledIn: readonly string[] = Object.values(own).flat();

interface Values {
  kind: AnswerMessage['kind'];
  way: (typeof ways)[number];
  template?: string | undefined;
  text: string;
}

/** A message to the customer of each open case of an incident, with what became of each, and a way to take all back. */
export function AnswerAllDialog(props: { of: IncidentCases; onClose: () => void }) {
  const { t, i18n } = useTranslation('board');
  const [form] = Form.useForm<Values>();
  const text = Form.useWatch('text', form) ?? '';
  const { data: templates } = useQuery(messageTemplates);
  const { incident, cases } = props.of;
  const answering = useAnswerAll(incident.id);
  const open = [...cases, incident].filter(({ stage }) => stage !== 'closed');
  const blanks = (of: string) => blanksOf(of).filter((blank) => !filledIn.includes(blank));
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const offered = templates?.templates ?? [];
  const takeTemplate = (id: string | undefined) => {
    const chosen = offered.find((one) => one.id === id);
    if (chosen) form.setFieldsValue({ kind: chosen.kind, text: chosen.text });
  };
  const send = ({ kind, way, template, text: written }: Values) =>
    answering.give(
      {
        ...{ kind, text: written.trim() },
        ...(way !== asItCame && { channel: way }),
        ...(template !== undefined && { template }),
      },
      open.map(({ id, version }) => ({ case: id, expectedVersion: version })),
    );
  const { answer, sendAt, held, refused, isCorrecting } = answering;
  const way = Form.useWatch('way', form) ?? asItCame;
  const sendsMail = templates?.sendsMail ?? true;
  const reached = way === asItCame ? waysOfCases(open, sendsMail).reached : open.length;
  const isNobody = !isCorrecting && reached === 0;
  return (
    <ResultsDialog<Values>
      title={t('answers.title')}
      submit={t('answers.submit', { n: isCorrecting ? refused : reached })}
      isBlocked={isNobody}
      {...{ form, onClose: props.onClose }}
      initialValues={{ kind: 'interim', way: asItCame, text: '' }}
      cases={[...cases, incident]}
      sending={answering}
      isBusy={answering.isPending}
      onSend={send}
      about={
        answer && sendAt && held > 0 ? (
          <TakeBackAll
            {...{ answer, sendAt, held, incident: incident.id }}
            cases={[...cases, incident]}
          />
        ) : undefined
      }
    >
      <p>{isCorrecting ? t('answers.correcting', { n: refused }) : t('answers.hint')}</p>
      <Form.Item
        name="way"
        label={t('answers.way')}
        // Which of them were refused is not known by channel: they are answered by one that is named.
        extra={!isCorrecting && <ReachNotice cases={open} {...{ way, sendsMail }} />}
      >
        <Select
          options={ways.map((value) => ({
            value,
            label:
              value === asItCame
                ? t('answers.asItCame')
                : value === 'email' && !sendsMail
                  ? t('answers.mailNotHere')
                  : t(`channel.${value}`),
            disabled: value === 'email' && !sendsMail,
          }))}
        />
      </Form.Item>
      <Form.Item name="template" label={t('answers.template')}>
        <Select
          allowClear
          placeholder={t('answers.noTemplate')}
          onChange={(id?: string) => takeTemplate(id)}
          options={offered
            .toSorted((one) => (one.language === language ? -1 : 1))
            .map(({ id, name, kind }) => ({
              value: id,
              label: t('answers.templateName', { name, kind: t(`answers.kinds.${kind}`) }),
            }))}
        />
      </Form.Item>
      <Form.Item name="kind" label={t('answers.kind')}>
        <Select
          options={messageKinds.map((value) => ({ value, label: t(`answers.kinds.${value}`) }))}
          // A template is for messages of its own kind.
          onChange={() => form.setFieldValue('template', undefined)}
        />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('answers.text')}
        extra={t('answers.textHint', { own: own[language].join(' ') })}
        rules={[
          { required: true, whitespace: true, message: t('incidents.needText') },
          {
            validator: (_, written: string) =>
              blanks(written ?? '').length === 0
                ? Promise.resolve()
                : Promise.reject(new Error(t('answers.blankLeft'))),
          },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={20_000} />
      </Form.Item>
      <CoachHints text={text} onReplace={(better) => form.setFieldValue('text', better)} />
      {blanks(text).length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('answers.blanks', { blanks: blanks(text).join(' ') })}
        />
      )}
    </ResultsDialog>
  );
}
