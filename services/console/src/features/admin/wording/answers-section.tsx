import { useQuery } from '@tanstack/react-query';
import { Button, Input, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { useNamed } from '../../../shared/use-named.js';
import { RowTable } from '../row-table.js';
import { SectionFrame } from '../section-frame.js';
import { AnswerForm } from './answer-form.js';
import { readAnswers } from '../../../shared/questions/question-requests.js';
import type { Answer } from './answer-requests.js';

/** Types of questions with the one wording that everybody gives. */
export function AnswersSection() {
  const { t } = useTranslation('admin');
  const named = useNamed();
  const [sought, setSought] = useState('');
  const [edited, setEdited] = useState<Answer | 'new'>();
  const asked = useQuery({ queryKey: ['standard-answers'], queryFn: readAnswers });
  return (
    <SectionFrame
      name="answers"
      actions={
        <>
          <Link to="/administration/questions">{t('answers.toQuestions')}</Link>
          <Button type="primary" onClick={() => setEdited('new')}>
            {t('answers.add')}
          </Button>
        </>
      }
    >
      <Input.Search
        allowClear
        aria-label={t('answers.search')}
        placeholder={t('answers.search')}
        onChange={({ target }) => setSought(target.value.trim().toLowerCase())}
        style={{ maxWidth: 360 }}
      />
      <Loaded asked={asked}>
        {({ items }) => (
          <RowTable
            label={t('sections.answers')}
            rows={items.filter(({ code, name, questions }) =>
              [code, name.zh, name.en, ...questions].join('\n').toLowerCase().includes(sought),
            )}
            rowKey="code"
            locale={{ emptyText: t('answers.none') }}
            columns={[
              { title: t('organisation.name'), width: 220, render: (_, { name }) => named(name) },
              { title: t('organisation.code'), dataIndex: 'code', width: 160 },
              {
                title: t('answers.answerable'),
                width: 170,
                render: (_, { answerable, promisedMinutes }) =>
                  answerable === 'now'
                    ? t('answers.now')
                    : t('answers.within', { count: promisedMinutes ?? 0 }),
              },
              {
                title: t('answers.asked'),
                dataIndex: 'asked',
                width: 100,
                align: 'end',
                sorter: (one, other) => one.asked - other.asked,
              },
              { title: t('answers.owner'), dataIndex: 'owner', width: 120 },
              {
                title: t('answers.version'),
                width: 190,
                render: (_, { version, publishedAt }) => (
                  <>
                    {version} · <Instant at={publishedAt} />
                  </>
                ),
              },
              {
                title: t('users.state'),
                width: 100,
                render: (_, { isActive }) =>
                  isActive === false ? (
                    <Tag>{t('organisation.inactive')}</Tag>
                  ) : (
                    <Tag color="green">{t('organisation.active')}</Tag>
                  ),
              },
              {
                title: t('actions'),
                width: 90,
                render: (_, answer) => (
                  <Button size="small" onClick={() => setEdited(answer)}>
                    {t('edit')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      {edited && (
        <AnswerForm
          key={edited === 'new' ? '' : edited.code}
          // As it was read last: its earlier versions are offered in the form.
          answer={
            edited === 'new'
              ? undefined
              : (asked.data?.items.find(({ code }) => code === edited.code) ?? edited)
          }
          taken={asked.data?.items.map(({ code }) => code) ?? []}
          onClose={() => setEdited(undefined)}
        />
      )}
    </SectionFrame>
  );
}
