import { useQuery } from '@tanstack/react-query';
import { Alert, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session.js';
import { Loaded } from '../../../shared/loaded.js';
import { AnswerQuestion } from '../../../shared/questions/answer-question.js';
import type { Question } from '../../../shared/questions/question-requests.js';
import { ScreenTitle } from '../../../shared/screen-title.js';
import { DeskParts } from '../desk-parts.js';
import { ownQuestions } from './own-questions.js';
import { QuestionList } from './question-list.js';
import '../desk.css';

/** One's own above those of the unit. */
const sides = ['mine', 'ofUnit'] as const;

/** What I or my unit promised an answer to, and how the customer got it. */
export function Screen() {
  const { t } = useTranslation('desk');
  const { agentId, username } = useSession();
  const isMine = ({ askedBy }: Question) => askedBy === (agentId ?? username);
  const asked = useQuery(ownQuestions);
  const [answered, setAnswered] = useState<Question>();
  const questions = asked.data?.items ?? [];
  return (
    <Flex vertical gap="middle" className="desk-page">
      <DeskParts isCovered={answered !== undefined} />
      <ScreenTitle title={t('promised.title')} waiting={questions.length} />
      <Typography.Text type="secondary">{t('promised.basis')}</Typography.Text>
      <Loaded asked={asked} isEmpty={({ items }) => items.length === 0} empty={t('promised.none')}>
        {({ items, next }) => (
          <>
            {next !== null && (
              <Alert type="info" showIcon title={t('promised.cut', { count: items.length })} />
            )}
            {sides.map((whose) => {
              const some = items.filter((one) => isMine(one) === (whose === 'mine'));
              if (some.length === 0) return null;
              return (
                <section key={whose} aria-labelledby={`desk-questions-${whose}`}>
                  <Typography.Title
                    level={2}
                    id={`desk-questions-${whose}`}
                    className="desk-heading"
                  >
                    {t(`promised.${whose}`)}
                  </Typography.Title>
                  <QuestionList
                    title={t(`promised.${whose}`)}
                    questions={some}
                    onAnswer={setAnswered}
                  />
                </section>
              );
            })}
          </>
        )}
      </Loaded>
      {answered && (
        <AnswerQuestion
          key={answered.id}
          question={answered}
          onClose={() => setAnswered(undefined)}
        />
      )}
    </Flex>
  );
}
