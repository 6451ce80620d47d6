import { Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../api/client.js';
import { Field } from '../../shared/field.js';
import { useSingleKeys } from '../../shared/single-keys.js';
import { ContactFrame } from './contact-frame.js';
import type { ContactProps } from './contact-frame.js';
import type { CallbackBody } from './desk-types.js';

type Outcome = CallbackBody['outcome'];

const outcomes = [
  'reached',
  'unreachable',
  'refused',
  'filtered',
  'awaiting-reply',
  'in-progress',
  'expired',
] as const satisfies readonly Outcome[];

const sendCallback = (body: CallbackBody, key: string) =>
  bodyOf(api.POST('/api/v1/callbacks', { params: { header: { 'Idempotency-Key': key } }, body }));

/** Whether the customer was reached, and content: `1` and `y` say so. */
export function CallbackForm(contact: ContactProps) {
  const { t } = useTranslation('desk');
  const [outcome, setOutcome] = useState<Outcome>('reached');
  const [isSatisfied, setIsSatisfied] = useState<boolean>();
  const isReached = outcome === 'reached';
  const areSingleKeysOn = useSingleKeys();
  const keyed = (key: string, text: string) =>
    areSingleKeysOn ? t('contact.keyed', { key, text }) : text;
  const contentments = [
    { value: true, label: keyed('Y', t('contact.yes')) },
    { value: false, label: keyed('N', t('contact.no')) },
  ];
  const press = (key: string) => {
    const chosen = outcomes[Number(key) - 1];
    if (chosen) setOutcome(chosen);
    else if (isReached && (key === 'y' || key === 'n')) setIsSatisfied(key === 'y');
    else return false;
    return true;
  };
  const said = isSatisfied ? 'recordedSatisfied' : 'recordedDissatisfied';
  const what = isReached && isSatisfied !== undefined ? said : 'recordedCallback';
  const toBody = (caseId: string, note: string): CallbackBody | undefined => {
    if (isReached && isSatisfied === undefined) return undefined;
    return {
      caseId,
      type: 'resolution',
      outcome,
      ...(isReached && isSatisfied !== undefined && { satisfied: isSatisfied }),
      ...(note !== '' && { note }),
    };
  };
  return (
    <ContactFrame
      contact={contact}
      send={sendCallback}
      toBody={toBody}
      textLabel={t('contact.note')}
      isOwnWords
      hint={t('contact.callbackKeys')}
      onKey={press}
      what={t(`contact.${what}`, { outcome: t(`outcome.${outcome}`) })}
    >
      <Field label={t('contact.outcome')}>
        <Radio.Group
          aria-label={t('contact.outcome')}
          className="desk-radios"
          value={outcome}
          onChange={(event) => setOutcome(event.target.value as Outcome)}
        >
          {outcomes.map((value, index) => (
            // The digits work at once where the case is known already.
            <Radio
              key={value}
              value={value}
              autoFocus={index === 0 && contact.number !== undefined}
            >
              {keyed(String(index + 1), t(`outcome.${value}`))}
              <span className="quiet desk-when">{t(`outcomeWhen.${value}`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Field>
      <Field label={t('contact.satisfied')}>
        <Radio.Group
          aria-label={t('contact.satisfied')}
          value={isReached ? isSatisfied : undefined}
          {...(!isReached && { disabled: true })}
          options={contentments}
          onChange={(event) => setIsSatisfied(event.target.value as boolean)}
        />
      </Field>
    </ContactFrame>
  );
}
