import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button, Flex, Tag, Typography } from 'antd';
import type { TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasRole, useSession } from '../../../session/session.js';
import { Loaded } from '../../../shared/loaded.js';
import { RowTable } from '../row-table.js';
import { DecideDialog } from './decide-dialog.js';
import type { Decision, FailureKind, Filter } from './failure-requests.js';
import { ReasonHistogram } from './reason-histogram.js';
import type { ReasonCount } from './reason-histogram.js';
import { useReasonWords } from './reason-words.js';

interface Failure {
  id: string;
  service: string;
  eventId: string;
  type: string;
  topic: string;
  key: string;
  reason: string;
  detail: string;
}

interface Page<Row> {
  items: Row[];
  reasons: ReasonCount[];
}

/** Reasons first, each a filter; then the events one by one, and what can be done with those picked. */
export function FailureList<Row extends Failure>(props: {
  kind: FailureKind;
  asked: UseInfiniteQueryResult<InfiniteData<Page<Row>>>;
  filter: Filter;
  setFilter: (filter: Filter) => void;
  isDecidable: boolean;
  columns: NonNullable<TableProps<Row>['columns']>;
}) {
  const { t } = useTranslation('admin');
  const words = useReasonWords();
  const { kind, asked, filter, setFilter, isDecidable, columns } = props;
  const mayDecide = hasRole(useSession(), ['admin']) && isDecidable;
  const [picked, setPicked] = useState<string[]>([]);
  const [decision, setDecision] = useState<Decision>();
  const narrow = (next: Filter) => {
    setPicked([]);
    setFilter(next);
  };
  const target = picked.length > 0 ? { ids: picked } : { filter };
  const isNarrowed = Object.keys(filter).length > 0;
  return (
    <Loaded<InfiniteData<Page<Row>>> asked={asked}>
      {({ pages }) => (
        <Flex vertical gap="middle">
          <ReasonHistogram reasons={pages[0]!.reasons} filter={filter} onFilter={narrow} />
          <Flex gap="small" wrap align="center">
            {isNarrowed && (
              <>
                {Object.entries(filter).map(([name, value]) => (
                  <Tag key={name}>{String(value)}</Tag>
                ))}
                <Button size="small" onClick={() => narrow({})}>
                  {t('failures.clear')}
                </Button>
              </>
            )}
            {mayDecide && pages[0]!.items.length > 0 && (
              <>
                <Button type="primary" onClick={() => setDecision('redrive')}>
                  {picked.length > 0
                    ? t('failures.redrivePicked', { count: picked.length })
                    : t('failures.redriveAll')}
                </Button>
                <Button danger onClick={() => setDecision('discard')}>
                  {picked.length > 0
                    ? t('failures.discardPicked', { count: picked.length })
                    : t('failures.discardAll')}
                </Button>
              </>
            )}
          </Flex>
          <RowTable<Row>
            label={t(`sections.${kind === 'dlq' ? 'failures' : 'parked'}`)}
            rows={pages.flatMap(({ items }) => items)}
            rowKey="id"
            locale={{ emptyText: t(`failures.none.${kind}`) }}
            rowSelection={
              mayDecide
                ? { selectedRowKeys: picked, onChange: (keys) => setPicked(keys.map(String)) }
                : undefined
            }
            expandable={{
              expandedRowRender: ({ detail, topic, key, eventId }) => (
                <Typography.Text className="wrapped">
                  {`${detail}\n${t('failures.origin', { topic, key, eventId })}`}
                </Typography.Text>
              ),
            }}
            columns={[
              { title: t('failures.service'), dataIndex: 'service', width: 120 },
              {
                title: t('failures.reason'),
                width: 220,
                render: (_, { reason }) => words(reason).short,
              },
              { title: t('deliveries.type'), dataIndex: 'type', width: 280 },
              ...columns,
            ]}
          />
          {asked.hasNextPage && (
            <Button onClick={() => void asked.fetchNextPage()} loading={asked.isFetchingNextPage}>
              {t('more')}
            </Button>
          )}
          {decision && (
            <DecideDialog
              key={decision}
              {...{ kind, decision, target }}
              onClose={() => setDecision(undefined)}
              onDone={() => setPicked([])}
            />
          )}
        </Flex>
      )}
    </Loaded>
  );
}
