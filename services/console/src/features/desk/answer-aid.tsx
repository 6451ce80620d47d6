import { useQuery } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../shared/instant.js';
import { ProblemNotice } from '../../shared/problem-notice.js';
import { AllAnswers } from './all-answers.js';
import { AnswerItem } from './answer-item.js';
import { answersQuery } from './desk-queries.js';
import type { StandardAnswer, Tier } from './desk-types.js';
import { NoteQuestion } from './note-question.js';
import type { Caller } from './note-question.js';
import { NotedQuestions } from './noted-questions.js';
import type { NotedQuestion } from './noted-questions.js';
import { Quiet } from './place-aids.js';
import type { IntakeForm } from './use-intake.js';

/** So many noted questions stay in sight. */
const mostNoted = 3;

interface Props {
  form: IntakeForm;
  statement: string;
  tier: Tier;
  customerId: string | undefined;
  /** What was typed of a customer whom nobody knows yet. */
  caller: Caller | undefined;
}

/** The one approved wording for what was asked, as this customer's tier is told it; or all of them, to look one up. */
export function AnswerAid({ customerId, caller, ...props }: Props) {
  const { t } = useTranslation('desk');
  const { form, statement, tier } = props;
  const [isAll, setIsAll] = useState(false);
  // It stays while answers are looked up, and goes with what it was promised for.
  const [promise, setPromise] = useState<{ of: string; by: Dayjs | null }>();
  const promisedBy = promise?.of === form.key ? promise.by : null;
  const setPromisedBy = (by: Dayjs | null) => setPromise({ of: form.key, by });
  const [noted, setNoted] = useState<readonly NotedQuestion[]>([]);
  const onNoted = (one: NotedQuestion) => {
    setNoted((before) => [one, ...before].slice(0, mostNoted));
    setIsAll(false);
    setPromisedBy(null);
  };
  const ending: Ending = (one) => (
    <NoteQuestion
      form={form}
      statement={statement}
      promisedBy={promisedBy}
      onPromise={setPromisedBy}
      customerId={customerId}
      caller={caller}
      onNoted={onNoted}
      {...(one && { standard: one.code, isAnswered: one.answerable === 'now' })}
    />
  );
  return (
    <>
      {isAll ? (
        <AllAnswers form={form} tier={tier} ending={statement === '' ? () => null : ending} />
      ) : (
        <FittingAnswers {...props} ending={ending} />
      )}
      <Flex>
        <Button size="small" type="link" aria-expanded={isAll} onClick={() => setIsAll(!isAll)}>
          {isAll ? t('answer.fitting') : t('answer.all')}
        </Button>
      </Flex>
      <NotedQuestions noted={noted} />
    </>
  );
}

/** What notes a question, with a standard or without one. */
type Ending = (one?: Pick<StandardAnswer, 'code' | 'answerable'>) => ReactNode;

function FittingAnswers({
  form,
  statement,
  tier,
  ending,
}: Omit<Props, 'customerId' | 'caller'> & { ending: Ending }) {
  const { t } = useTranslation('desk');
  const question = statement.slice(0, 4_000);
  const { data, error, refetch } = useQuery({
    ...answersQuery({ question, tier }),
    enabled: question !== '',
  });
  if (question === '') return <Quiet text={t('aid.typeFirst')} />;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Quiet text={t('aid.looking')} />;
  const [first] = data.items;
  if (!first) {
    return (
      <Flex vertical gap="small" align="start">
        <Quiet text={t('answer.none')} />
        {ending()}
      </Flex>
    );
  }
  return data.items.map((item) => (
    <AnswerItem
      key={item.code}
      form={form}
      item={item}
      isOpen={item === first}
      about={
        <>
          {item.promisedBy !== null && (
            <span>
              {t('answer.promisedBy')} <Instant at={item.promisedBy} />
            </span>
          )}
          {item.terms.length > 0 && (
            <Quiet text={t('answer.because', { terms: item.terms.join(t('separator')) })} />
          )}
        </>
      }
    >
      {ending(item)}
    </AnswerItem>
  ));
}
