import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Flex, Table, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { BoardFrame } from '../board-frame.js';
import { majorCases } from '../board-queries.js';
import type { CaseView } from '../board-types.js';
import { PriorityTag } from '../case/case-facts.js';
import { useEvidenceNames } from '../use-evidence-names.js';
import { useOrganisation } from '../../../shared/use-organisation.js';
import { DeclareDialog } from './declare-dialog.js';
import { usePersonName } from '../../../shared/use-person-name.js';

/** Major complaints that have not ended, each with its room. */
export function Screen() {
  const { t } = useTranslation('board');
  const { unitName, categoryName } = useOrganisation();
  const personName = usePersonName();
  const namesOf = useEvidenceNames();
  const asked = useInfiniteQuery(majorCases);
  const cases = asked.data?.pages.flatMap(({ items }) => items) ?? [];
  const [isDeclaring, setIsDeclaring] = useState(false);
  return (
    <BoardFrame
      title={t('major.title')}
      extra={<Button onClick={() => setIsDeclaring(true)}>{t('major.declare')}</Button>}
    >
      <Typography.Text type="secondary">{t('major.how')}</Typography.Text>
      <Loaded asked={asked} isEmpty={() => cases.length === 0} empty={t('major.none')}>
        {() => (
          <Table<CaseView>
            size="small"
            rowKey="id"
            pagination={false}
            scroll={{ x: 780 }}
            dataSource={cases}
            columns={[
              {
                title: t('major.room'),
                width: 160,
                render: (_, { id, number }) => <Link to={`/board/major/${id}`}>{number}</Link>,
              },
              {
                title: t('case.category'),
                render: (_, { category }) => categoryName(category),
              },
              {
                title: t('case.priority'),
                width: 90,
                render: (_, { priority }) => <PriorityTag priority={priority} />,
              },
              { title: t('case.stage'), width: 110, render: (_, { stage }) => t(`stage.${stage}`) },
              {
                title: t('case.unit'),
                render: (_, { unit }) => (unit ? unitName(unit) : t('noUnit')),
              },
              {
                title: t('case.owner'),
                render: (_, { owner }) => (owner ? personName(owner) : t('nobody')),
              },
              {
                title: t('case.received'),
                width: 110,
                render: (_, { receivedAt }) => <Instant at={receivedAt} />,
              },
              { title: t('case.missing'), render: (_, { missing }) => namesOf(missing) },
            ]}
          />
        )}
      </Loaded>
      {asked.hasNextPage && (
        <Flex gap="small" align="center">
          <Typography.Text type="secondary" role="status">
            {t('major.cut', { n: cases.length })}
          </Typography.Text>
          <Button loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
            {t('alerts.more')}
          </Button>
        </Flex>
      )}
      {isDeclaring && <DeclareDialog onClose={() => setIsDeclaring(false)} />}
    </BoardFrame>
  );
}
