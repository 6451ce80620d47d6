import { useQuery } from '@tanstack/react-query';
import { Button, Table, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { BoardFrame } from '../board-frame.js';
import { incidents } from '../board-queries.js';
import type { Incident } from '../board-types.js';
import { useOrganisation } from '../../../shared/use-organisation.js';
import { JoinDialog } from './join-dialog.js';
import { usePersonName } from '../../../shared/use-person-name.js';

/** Cases that stand for many with the same cause. */
export function Screen() {
  const { t } = useTranslation('board');
  const { unitName, categoryName } = useOrganisation();
  const personName = usePersonName();
  const asked = useQuery(incidents);
  const [isJoining, setIsJoining] = useState(false);
  return (
    <BoardFrame
      title={t('incidents.title')}
      extra={
        <Button type="primary" onClick={() => setIsJoining(true)}>
          {t('incidents.begin')}
        </Button>
      }
    >
      <Typography.Text type="secondary">{t('incidents.hint')}</Typography.Text>
      <Loaded asked={asked} isEmpty={({ items }) => items.length === 0} empty={t('incidents.none')}>
        {({ items }) => (
          <Table<Incident>
            size="small"
            rowKey="id"
            pagination={false}
            scroll={{ x: 760 }}
            dataSource={items}
            columns={[
              {
                title: t('incidents.case'),
                width: 160,
                render: (_, { id, number }) => <Link to={`/board/incidents/${id}`}>{number}</Link>,
              },
              { title: t('case.category'), render: (_, { category }) => categoryName(category) },
              {
                title: t('incidents.members'),
                width: 100,
                align: 'end',
                // With the one that stands for them, as the incident itself counts.
                render: (_, { cases }) => cases + 1,
              },
              {
                title: t('incidents.open'),
                width: 100,
                align: 'end',
                render: (_, { open, stage }) => (stage === 'closed' ? open : open + 1),
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
                title: t('incidents.received'),
                width: 110,
                render: (_, { receivedAt }) => <Instant at={receivedAt} />,
              },
            ]}
          />
        )}
      </Loaded>
      {isJoining && <JoinDialog onClose={() => setIsJoining(false)} />}
    </BoardFrame>
  );
}
