import { Radio, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../api/client.js';
import { Field } from '../../shared/field.js';
import { ContactFrame } from './contact-frame.js';
import type { ContactProps } from './contact-frame.js';
import type { SurveyBody } from './desk-types.js';

/** Surveys of one question, with the lowest and highest answer. */
const scales = { csat: [1, 5], nps: [0, 10], ces: [1, 7] } as const;
type Kind = keyof typeof scales;
const kinds = ['csat', 'nps', 'ces'] as const satisfies readonly Kind[];

const sendSurvey = (body: SurveyBody, key: string) =>
  bodyOf(api.POST('/api/v1/surveys', { params: { header: { 'Idempotency-Key': key } }, body }));

/** One question and its answer: a digit gives it. */
export function SurveyForm(contact: ContactProps) {
  const { t } = useTranslation('desk');
  const [kind, setKind] = useState<Kind>('csat');
  const [score, setScore] = useState<number>();
  const [low, high] = scales[kind];
  const scores = Array.from({ length: high - low + 1 }, (_, index) => low + index);
  const answers = useRef<HTMLDivElement>(null);
  const press = (key: string) => {
    if (!/^\d$/.test(key)) return false;
    // Ten is typed as it is written.
    const typed = score === 1 && key === '0' && scores.includes(10) ? 10 : Number(key);
    if (scores.includes(typed)) {
      setScore(typed);
      focusOn(answers.current, typed);
    }
    return true;
  };
  const toBody = (caseId: string, comment: string): SurveyBody | undefined =>
    score === undefined ? undefined : { caseId, kind, score, ...(comment !== '' && { comment }) };
  return (
    <ContactFrame
      contact={contact}
      send={sendSurvey}
      toBody={toBody}
      textLabel={t('contact.comment')}
      isOwnWords={false}
      hint={t('contact.surveyKeys')}
      onKey={press}
      what={t('contact.recordedSurvey', { kind: t(`survey.${kind}`), score })}
    >
      <Field label={t('contact.kind')}>
        <Segmented<Kind>
          aria-label={t('contact.kind')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`survey.${value}`) }))}
          onChange={(chosen) => {
            setKind(chosen);
            setScore(undefined);
          }}
        />
      </Field>
      <Field label={t(`survey.${kind}Question`)}>
        <div ref={answers}>
          <Radio.Group
            aria-label={t(`survey.${kind}Question`)}
            value={score}
            onChange={(event) => setScore(event.target.value as number)}
          >
            {scores.map((value, index) => (
              <Radio.Button
                key={value}
                value={value}
                autoFocus={index === 0 && contact.number !== undefined}
              >
                {value}
              </Radio.Button>
            ))}
          </Radio.Group>
        </div>
      </Field>
    </ContactFrame>
  );
}

/** The ring goes along with the answer where it was among the answers already. */
function focusOn(answers: HTMLElement | null, score: number): void {
  if (!answers?.contains(document.activeElement)) return;
  answers.querySelector<HTMLInputElement>(`input[value="${score}"]`)?.focus();
}
