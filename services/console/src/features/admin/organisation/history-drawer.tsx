import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { usePersonName } from '../../../shared/use-person-name.js';
import { RowTable } from '../row-table.js';
import { readHistory } from './read-organisation.js';
import type { Defined, Organisation } from './read-organisation.js';
import { useChangeWords } from './use-change-words.js';

/** How a unit, an agent, a category or a product was defined over time: when, by whom, and what changed. */
export function HistoryDrawer(props: {
  defined: Defined;
  organisation: Organisation;
  onClose: () => void;
}) {
  const { t } = useTranslation('admin');
  const { defined, organisation, onClose } = props;
  const wordsOf = useChangeWords(defined, organisation);
  const person = usePersonName();
  const asked = useInfiniteQuery({
    queryKey: ['organisation', 'history', defined.of, defined.code],
    queryFn: ({ pageParam }) => readHistory(defined, pageParam),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => (next === null ? undefined : Number(next)),
  });
  const nameOf = (by: string | null) => {
    if (by === null || by === 'system') return t('organisation.history.bySystem');
    return by === 'import' ? t('organisation.history.byImport') : person(by);
  };
  const title = t('organisation.history.title', { code: defined.code });
  return (
    <Drawer
      open
      title={title}
      size="large"
      onClose={onClose}
      closable={{ 'aria-label': t('organisation.history.close') }}
    >
      <Loaded asked={asked}>
        {({ pages }) => (
          <Flex vertical gap="middle">
            <RowTable
              label={title}
              rows={pages.flatMap(({ items }) => items)}
              rowKey="version"
              columns={[
                {
                  title: t('organisation.history.at'),
                  width: 150,
                  render: (_, { at }) => <Instant at={at} />,
                },
                {
                  title: t('organisation.history.by'),
                  width: 150,
                  render: (_, { by }) => nameOf(by),
                },
                {
                  title: t('organisation.history.what'),
                  render: (_, { version, changes }) => (
                    <ul className="plain-list admin-wrapped">
                      {version === 1 && <li>{t('organisation.history.first')}</li>}
                      {changes.map((change) => (
                        <li key={change.field}>{wordsOf(change, version === 1)}</li>
                      ))}
                    </ul>
                  ),
                },
              ]}
            />
            {asked.hasNextPage && (
              <Button onClick={() => void asked.fetchNextPage()} loading={asked.isFetchingNextPage}>
                {t('more')}
              </Button>
            )}
          </Flex>
        )}
      </Loaded>
    </Drawer>
  );
}
