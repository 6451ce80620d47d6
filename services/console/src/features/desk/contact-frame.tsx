import { Button, Flex, Input, Typography } from 'antd';
import { DisabledContextProvider } from 'antd/es/config-provider/DisabledContext';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../shared/field.js';
import { newKey } from '../../shared/new-key.js';
import { say } from '../../shared/say.js';
import { isSendKey } from '../../shared/send-key.js';
import { isHeard, useSingleKeys } from '../../shared/single-keys.js';
import { CoachedText } from './coached-text.js';
import { RetryNotice } from './retry-notice.js';
import { ContactCaller } from './contact-caller.js';
import { useFiling } from './use-filing.js';

export interface ContactProps {
  filingKey: string;
  /** Of the case that was chosen in the queue. */
  number: string | undefined;
  /** Told only while it is on the screen. */
  onFiled: () => void;
  /** Whether it is being filed, tries and all. */
  onFiling: (isFiling: boolean) => void;
}

const mostCharacters = 4_000;
const casePattern = /^\d{4}-\d{7}-\d$/;

/** What a key means here, unless a text is typed: `1` the first outcome. Answers whether it meant anything. */
export type OnKey = (key: string) => boolean;

const isTyping = (target: EventTarget) =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type === 'text');

/** Of which case, in what words, and how it is sent; the middle differs. */
export function ContactFrame<Body>(props: {
  contact: ContactProps;
  send: (body: Body, key: string) => Promise<unknown>;
  /** Absent while something is missing. */
  toBody: (caseId: string, text: string) => Body | undefined;
  textLabel: string;
  /** The text is the agent's, so that the coach reads along. */
  isOwnWords: boolean;
  /** What `onKey` listens to; not said where single keys are turned off. */
  hint: string;
  onKey: OnKey;
  children: ReactNode;
  /** What is recorded, for the notice that it was. */
  what: string;
}) {
  const { t } = useTranslation('desk');
  const client = useQueryClient();
  const { filingKey, onFiled, onFiling } = props.contact;
  const [key, setKey] = useState(filingKey);
  const [number, setNumber] = useState(props.contact.number ?? '');
  const [text, setText] = useState('');
  const [isTried, setIsTried] = useState(false);
  const areSingleKeysOn = useSingleKeys();
  const filing = useFiling(props.send, () => {
    say('success', t('contact.recorded', { number: number.trim(), what: props.what }));
    void client.invalidateQueries({ queryKey: ['queue'] });
  });
  const { isPending } = filing;
  useEffect(() => {
    onFiling(isPending);
    return () => onFiling(false);
  }, [isPending, onFiling]);
  const isKnown = casePattern.test(number.trim());
  const body = isKnown ? props.toBody(number.trim(), text.trim()) : undefined;
  const file = () => {
    setIsTried(true);
    if (body && !isPending) filing.file(body, key, onFiled);
  };
  const press = (event: KeyboardEvent) => {
    if (isSendKey(event)) {
      event.preventDefault();
      file();
      return;
    }
    if (!isHeard(event.key) || isTyping(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (props.onKey(event.key)) event.preventDefault();
  };
  return (
    <div onKeyDown={press}>
      <DisabledContextProvider disabled={isPending}>
        <Field
          id="contact-case"
          label={t('contact.case')}
          isRequired
          fault={isTried && !isKnown ? t('contact.needCase') : undefined}
        >
          <Input
            id="contact-case"
            status={isTried && !isKnown ? 'error' : ''}
            className="steady"
            value={number}
            autoFocus={number === ''}
            onChange={(event) => setNumber(event.target.value)}
            placeholder={t('contact.caseHint')}
          />
        </Field>
        {isKnown && <ContactCaller number={number.trim()} />}
        {props.children}
        <Field id="contact-text" label={props.textLabel}>
          {/* Notes are looked through when they arrive; what a customer says is theirs. */}
          {props.isOwnWords ? (
            <CoachedText id="contact-text" most={mostCharacters} value={text} onChange={setText} />
          ) : (
            <Input.TextArea
              id="contact-text"
              rows={2}
              maxLength={mostCharacters}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      </DisabledContextProvider>
      <RetryNotice
        filing={filing}
        filingKey={key}
        onRetry={file}
        onRenew={() => {
          setKey(newKey());
          filing.reset();
        }}
      />
      <Flex gap="small" align="center">
        <Button type="primary" onClick={file} loading={isPending}>
          {t('contact.record')}
        </Button>
        <kbd>{t('intake.fileKey')}</kbd>
        <Typography.Text type={isTried && !body ? 'danger' : 'secondary'} role="status">
          {isTried && !body ? t('contact.incomplete') : areSingleKeysOn && props.hint}
        </Typography.Text>
      </Flex>
    </div>
  );
}
