import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../shared/loaded.js';
import { AnswerItem } from './answer-item.js';
import { lookUp, wordingFor } from './answers.js';
import { allAnswersQuery } from './desk-queries.js';
import type { StandardAnswer, Tier } from './desk-types.js';
import { Quiet } from './place-aids.js';
import type { IntakeForm } from './use-intake.js';

/** Every standard answer in force, looked up by name, question or wording. */
export function AllAnswers(props: {
  form: IntakeForm;
  tier: Tier;
  /** What ends the question with one, or without any. */
  ending: (one?: StandardAnswer) => ReactNode;
}) {
  const { t } = useTranslation('desk');
  const { form, tier, ending } = props;
  const asked = useQuery(allAnswersQuery);
  const [text, setText] = useState('');
  return (
    <>
      <Input
        allowClear
        autoFocus
        maxLength={200}
        value={text}
        aria-label={t('answer.lookUp')}
        placeholder={t('answer.lookUp')}
        onChange={(event) => setText(event.target.value)}
      />
      <Loaded asked={asked} isEmpty={({ items }) => items.length === 0} empty={t('answer.noList')}>
        {({ items }) => {
          const found = lookUp(items, text);
          if (found.length === 0) return <Quiet text={t('answer.notListed')} />;
          return found.map((one) => (
            <AnswerItem
              key={one.code}
              form={form}
              item={{ ...one, ...wordingFor(one, tier) }}
              isOpen={found.length === 1}
              about={
                one.promisedMinutes !== undefined && (
                  <span>{t('answer.within', { count: one.promisedMinutes })}</span>
                )
              }
            >
              {ending(one)}
            </AnswerItem>
          ));
        }}
      </Loaded>
      {/* Whatever is looked up: a promise that was typed here stays. */}
      {ending()}
    </>
  );
}
