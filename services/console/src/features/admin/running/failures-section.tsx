import { useInfiniteQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../shared/instant.js';
import { SectionFrame } from '../section-frame.js';
import { FailureList } from './failure-list.js';
import { letterStates, readDeadLetters, readParked } from './failure-requests.js';
import type { Filter, LetterState } from './failure-requests.js';

const everyMs = 10_000;

/** Events that can never be handled as they are: why, how many, and what becomes of them. */
export function FailuresSection() {
  const { t } = useTranslation('admin');
  const [filter, setFilter] = useState<Filter>({});
  const [state, setState] = useState<LetterState>('dead');
  const asked = useInfiniteQuery({
    queryKey: ['dlq', filter, state],
    queryFn: ({ pageParam }) => readDeadLetters(filter, state, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: everyMs,
  });
  return (
    <SectionFrame
      name="failures"
      actions={
        <Select<LetterState>
          aria-label={t('failures.state')}
          value={state}
          onChange={setState}
          options={letterStates.map((value) => ({ value, label: t(`failures.states.${value}`) }))}
          style={{ width: 160 }}
        />
      }
    >
      <FailureList
        // What was picked among some is not picked among others.
        key={state}
        kind="dlq"
        {...{ asked, filter, setFilter }}
        isDecidable={state === 'dead'}
        columns={[
          {
            title: t('failures.failedAt'),
            width: 120,
            render: (_, { failedAt }) => <Instant at={failedAt} />,
          },
          { title: t('failures.replays'), dataIndex: 'replays', width: 90, align: 'end' },
          { title: t('failures.resolvedBy'), dataIndex: 'resolvedBy', width: 120 },
        ]}
      />
    </SectionFrame>
  );
}

/** Events that wait behind something: a case that has not come, or a handler that failed for now. */
export function ParkedSection() {
  const { t } = useTranslation('admin');
  const [filter, setFilter] = useState<Filter>({});
  const asked = useInfiniteQuery({
    queryKey: ['parked', filter],
    queryFn: ({ pageParam }) => readParked(filter, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: everyMs,
  });
  return (
    <SectionFrame name="parked">
      <FailureList
        kind="parked"
        {...{ asked, filter, setFilter }}
        isDecidable
        columns={[
          {
            title: t('failures.parkedAt'),
            width: 120,
            render: (_, { parkedAt }) => <Instant at={parkedAt} />,
          },
          { title: t('deliveries.attempts'), dataIndex: 'attempts', width: 90, align: 'end' },
          {
            title: t('failures.nextAttempt'),
            width: 140,
            render: (_, { nextAttemptAt }) =>
              nextAttemptAt === null ? (
                t('failures.waitsForPerson')
              ) : (
                <Instant at={nextAttemptAt} />
              ),
          },
        ]}
      />
    </SectionFrame>
  );
}
