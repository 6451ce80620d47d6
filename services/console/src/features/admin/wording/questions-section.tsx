import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Countdown } from '../../../shared/countdown.js';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { AnswerQuestion } from '../../../shared/questions/answer-question.js';
import { questionsKey, readQuestions } from '../../../shared/questions/question-requests.js';
import type { Question } from '../../../shared/questions/question-requests.js';
import { RowTable } from '../row-table.js';
import { SectionFrame } from '../section-frame.js';
import { statuses } from './question-requests.js';
import { ReviewQuestion } from './review-question.js';

/** What was asked and has no standard answer yet, and what became of the rest. */
export function QuestionsSection() {
  const { t } = useTranslation('admin');
  const [search, setSearch] = useSearchParams();
  const status = statuses.find((one) => one === search.get('status')) ?? 'waiting';
  const [reviewed, setReviewed] = useState<Question>();
  const [answered, setAnswered] = useState<Question>();
  const asked = useInfiniteQuery({
    queryKey: [...questionsKey, status],
    queryFn: ({ pageParam }) =>
      readQuestions({ status, limit: 50, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    // Others answer, and promises run out, while it is looked at.
    refetchInterval: 30_000,
  });
  return (
    <SectionFrame name="questions">
      <Tabs
        activeKey={status}
        onChange={(next) => setSearch({ status: next })}
        items={statuses.map((key) => ({ key, label: t(`questions.statuses.${key}`) }))}
      />
      <Loaded
        asked={asked}
        isEmpty={({ pages }) => pages[0]!.items.length === 0}
        empty={t(`questions.none.${status}`)}
      >
        {({ pages }) => (
          <>
            <RowTable
              label={t('sections.questions')}
              rows={pages.flatMap(({ items }) => items)}
              rowKey="id"
              columns={[
                {
                  title: t('questions.askedAt'),
                  width: 120,
                  render: (_, { askedAt }) => <Instant at={askedAt} />,
                },
                {
                  title: t('questions.text'),
                  width: 420,
                  render: (_, { text }) => <span className="wrapped">{text}</span>,
                },
                {
                  title: t('dimensions.channel'),
                  width: 90,
                  render: (_, { channel }) => t(`channelNames.${channel}`),
                },
                { title: t('questions.askedBy'), dataIndex: 'askedBy', width: 120 },
                { title: t('questions.standard'), dataIndex: 'standard', width: 160 },
                {
                  title: t('questions.due'),
                  width: 200,
                  render: (_, question) => <PromisedBy question={question} />,
                },
                {
                  title: t('actions'),
                  width: 100,
                  render: (_, question) => (
                    <>
                      {question.status === 'waiting' && (
                        <Button size="small" onClick={() => setReviewed(question)}>
                          {t('questions.review')}
                        </Button>
                      )}
                      {question.status === 'promised' && (
                        <Button size="small" onClick={() => setAnswered(question)}>
                          {t('questions.answer')}
                        </Button>
                      )}
                    </>
                  ),
                },
              ]}
            />
            {asked.hasNextPage && (
              <Button onClick={() => void asked.fetchNextPage()} loading={asked.isFetchingNextPage}>
                {t('more')}
              </Button>
            )}
          </>
        )}
      </Loaded>
      {reviewed && (
        <ReviewQuestion
          key={reviewed.id}
          question={reviewed}
          onClose={() => setReviewed(undefined)}
        />
      )}
      {answered && (
        <AnswerQuestion
          key={answered.id}
          question={answered}
          onClose={() => setAnswered(undefined)}
        />
      )}
    </SectionFrame>
  );
}

/** By when an answer was promised: how long that still is while it is owed, and whether it was late once it is given. */
function PromisedBy({ question: { dueAt, status, isLate } }: { question: Question }) {
  const { t } = useTranslation('admin');
  if (dueAt === null) return null;
  return (
    <>
      <Instant at={dueAt} />{' '}
      {status === 'promised' && <Countdown clock={{ state: 'running', dueAt }} />}{' '}
      {isLate && <Tag color="red">{t('questions.late')}</Tag>}
    </>
  );
}
