import { Button, Flex, Input, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNamed } from '../../../shared/use-named.js';
import { RowTable } from '../row-table.js';
import { SaveProblem } from '../save-problem.js';
import { useCommand } from '../use-command.js';
import { publishCoach, wordsOf } from './coach-requests.js';
import type { Coach, Phrase } from './coach-requests.js';
import { PhraseForm } from './phrase-form.js';

/** Phrases that agents do not use, with what they say instead and why. */
export function PhraseTable({ coach }: { coach: Coach }) {
  const { t } = useTranslation('admin');
  const named = useNamed();
  const [sought, setSought] = useState('');
  const [edited, setEdited] = useState<Partial<Phrase>>();
  const remove = useCommand(
    (id: string) => {
      const words = wordsOf(coach);
      const phrases = words.phrases.filter((one) => one.id !== id);
      return publishCoach(coach.version, { ...words, phrases });
    },
    { stale: [['coach']], done: t('coach.removed') },
  );
  return (
    <Flex vertical gap="middle">
      <Flex gap="small" justify="space-between" wrap>
        <Input.Search
          allowClear
          aria-label={t('coach.search')}
          placeholder={t('coach.search')}
          onChange={({ target }) => setSought(target.value.trim().toLowerCase())}
          style={{ maxWidth: 320 }}
        />
        <Button type="primary" onClick={() => setEdited({})}>
          {t('coach.add')}
        </Button>
      </Flex>
      <SaveProblem error={remove.error} />
      <RowTable
        label={t('coach.phrases')}
        rows={coach.phrases.filter(({ phrase, advised }) =>
          `${phrase} ${advised}`.toLowerCase().includes(sought),
        )}
        rowKey="id"
        columns={[
          { title: t('coach.phrase'), dataIndex: 'phrase', width: 160 },
          {
            title: t('channels.language'),
            width: 90,
            render: (_, { language }) => t(`languages.${language}`),
          },
          { title: t('coach.advised'), dataIndex: 'advised', width: 320 },
          { title: t('coach.why'), width: 260, render: (_, { why }) => named(why) },
          {
            title: t('actions'),
            width: 150,
            render: (_, phrase) => (
              <Space>
                <Button size="small" onClick={() => setEdited(phrase)}>
                  {t('edit')}
                </Button>
                <Popconfirm
                  title={t('coach.removeSure', { phrase: phrase.phrase })}
                  onConfirm={() => remove.mutate(phrase.id)}
                >
                  <Button size="small" danger>
                    {t('remove')}
                  </Button>
                </Popconfirm>
              </Space>
            ),
          },
        ]}
      />
      <PhraseForm coach={coach} edited={edited} onClose={() => setEdited(undefined)} />
    </Flex>
  );
}
