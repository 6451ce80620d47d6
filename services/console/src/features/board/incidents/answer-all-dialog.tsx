import { useQuery } from '@tanstack/react-query';
import { Alert, Form, Input, Select } from 'antd';
import { useState } from 'react';
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
import { answerParts, asItCame, byCall, namedWays } from './answer-parts.js';
import type { NamedWay } from './answer-parts.js';
import { CallList } from './call-list.js';
import { ReachedNotice } from './reached-notice.js';
import { EndedNotice } from './ended-notice.js';
import { NamelessNotice } from './nameless-notice.js';
import { OtherWayItem } from './other-way-item.js';
import { keepWords } from './kept-words.js';
import { useNameless } from './use-nameless.js';

const ways = [asItCame, ...namedWays] as const;
/** Filled in for each customer by the server, whatever the language of the message; each reader is told their own. */
const own = { en: ['{name}', '{number}'], 'zh-CN': ['{称呼}', '{单号}'] } as const;
const filledIn: readonly string[] = Object.values(own).flat();

interface Values {
  kind: AnswerMessage['kind'];
  way: (typeof ways)[number];
  /** For those that cannot be written to as they came. */
  others?: NamedWay | typeof byCall | undefined;
  template?: string | undefined;
  text: string;
}

/** A message to the customer of each open case of an incident, with what became of each, and a way to take all back. */
export function AnswerAllDialog(props: { of: IncidentCases; onClose: () => void }) {
  const { t, i18n } = useTranslation('board');
  const [form] = Form.useForm<Values>();
  const text = Form.useWatch('text', form) ?? '';
  // Once results stand where the form stood there is no field left that holds it.
  const [said, setSaid] = useState('');
  const { data: templates } = useQuery(messageTemplates);
  const { incident, cases } = props.of;
  const open = [...cases, incident].filter(({ stage }) => stage !== 'closed');
  const answering = useAnswerAll(
    incident.id,
    open.map(({ id }) => id),
  );
  const blanks = (of: string) => blanksOf(of).filter((blank) => !filledIn.includes(blank));
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const offered = templates?.templates ?? [];
  // One that is called what it is is not called so twice.
  const templateName = (name: string, kindName: string) =>
    name === kindName ? name : t('answers.templateName', { name, kind: kindName });
  const takeTemplate = (id: string | undefined) => {
    const chosen = offered.find((one) => one.id === id);
    if (chosen) form.setFieldsValue({ kind: chosen.kind, text: chosen.text });
  };
  const sendsMail = templates?.sendsMail ?? true;
  const { refused, refusedCases, isCorrecting, leaving } = answering;
  const way = Form.useWatch('way', form) ?? asItCame;
  const others = Form.useWatch('others', form);
  const nameless = useNameless(open);
  const left = isCorrecting ? open.filter(({ id }) => refusedCases.includes(id)) : open;
  const meant = left.filter(({ id }) => !nameless.has(id));
  const partsOf = (values: Pick<Values, 'way' | 'others'>) => answerParts(meant, values, sendsMail);
  const send = ({ kind, template, text: written, ...values }: Values) => {
    const words = written.trim();
    setSaid(words);
    keepWords(incident.id, { kind, words });
    answering.give(
      partsOf(values).parts.map(({ channel, cases: some }) => ({
        message: {
          ...{ kind, text: words },
          ...(channel !== undefined && { channel }),
          ...(template !== undefined && { template }),
        },
        cases: some.map(({ id, version }) => ({ case: id, expectedVersion: version })),
      })),
    );
  };
  const { parts, toCall } = partsOf({ way, others });
  const reached = parts.reduce((sum, part) => sum + part.cases.length, 0);
  const isNobody = reached === 0 && (toCall.length === 0 || others === byCall);
  const takeBack = leaving.length > 0 && (
    <TakeBackAll
      // Of another message more can be taken back.
      key={leaving.map(({ answer }) => answer).join()}
      answers={leaving}
      incident={incident.id}
      cases={[...cases, incident]}
    />
  );
  return (
    <ResultsDialog<Values>
      title={t('answers.title')}
      submit={t('answers.submit', { count: reached })}
      isBlocked={isNobody}
      {...{ form, onClose: props.onClose }}
      initialValues={{ kind: 'interim', way: asItCame, text: '' }}
      cases={[...cases, incident]}
      sending={answering}
      isBusy={answering.isPending}
      // Not sent yet, and not done while it can be taken back.
      told={{
        summary: ({ done, refused: not }) => t('answers.handedOver', { done, refused: not }),
        done: t('answers.isHanded'),
      }}
      onSend={send}
      about={
        <>
          <ReachedNotice
            words={said}
            open={open}
            toCall={open.filter(
              ({ id }) => !nameless.has(id) && answering.messageOf(id) === undefined,
            )}
            results={answering.results ?? []}
            channelOf={(id) => answering.messageOf(id)?.channel}
          />
          <NamelessNotice cases={open.filter(({ id }) => nameless.has(id))} />
          <EndedNotice cases={[...cases, incident]} />
          {takeBack}
        </>
      }
    >
      {/* Where one way failed, what another took leaves all the same. */}
      {takeBack}
      <p>{isCorrecting ? t('answers.correcting', { count: refused }) : t('answers.hint')}</p>
      <NamelessNotice cases={left.filter(({ id }) => nameless.has(id))} />
      {!isCorrecting && <EndedNotice cases={[...cases, incident]} />}
      <Form.Item
        name="way"
        label={t('answers.way')}
        extra={<ReachNotice cases={meant} {...{ way, others, sendsMail }} />}
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
      {way === asItCame && <OtherWayItem cases={meant} sendsMail={sendsMail} />}
      {others === byCall && toCall.length > 0 && (
        <CallList cases={toCall} isAll={isNobody} words={text.trim()} />
      )}
      <Form.Item name="template" label={t('answers.template')}>
        <Select
          allowClear
          placeholder={t('answers.noTemplate')}
          onChange={(id?: string) => takeTemplate(id)}
          options={offered
            .toSorted((one) => (one.language === language ? -1 : 1))
            .map(({ id, name, kind }) => ({
              value: id,
              label: templateName(name, t(`answers.kinds.${kind}`)),
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
