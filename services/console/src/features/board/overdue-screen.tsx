import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Flex, Table, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Countdown } from '../../shared/countdown.js';
import { Loaded } from '../../shared/loaded.js';
import { BoardFrame } from './board-frame.js';
import { overdueCases } from './board-queries.js';
import type { CaseView } from './board-types.js';
import { CaseDrawer } from './case/case-drawer.js';
import type { Looked } from './case/case-drawer.js';
import { PriorityTag } from './case/case-facts.js';
import { ReassignDialog } from './commands/reassign-dialog.js';
import { onRowClick } from '../../shared/row-click.js';
import { useOrganisation } from '../../shared/use-organisation.js';
import { usePersonName } from '../../shared/use-person-name.js';

/** The clock of a case that has been past due for longest and still waits. */
const worstOf = ({ clocks }: CaseView) =>
  clocks
    .filter(({ state, stoppedAt }) => state === 'breached' && stoppedAt === undefined)
    .sort((one, other) => one.dueAt.localeCompare(other.dueAt))[0];

const dueOf = (of: CaseView) => worstOf(of)?.dueAt ?? of.receivedAt;

/** Cases with a clock that is past due, those that wait longest first; each says why it was due then. */
export function Screen() {
  const { t } = useTranslation('board');
  const { unitName } = useOrganisation();
  const personName = usePersonName();
  const asked = useInfiniteQuery(overdueCases);
  const [looked, setLooked] = useState<Looked>();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isReassigning, setIsReassigning] = useState(false);
  const cases = (asked.data?.pages.flatMap(({ items }) => items) ?? []).sort((one, other) =>
    dueOf(one).localeCompare(dueOf(other)),
  );
  const look = (of: CaseView) =>
    setLooked({ id: of.id, number: of.number, clock: worstOf(of)?.clockId ?? null });
  const meant = cases.filter(({ id }) => chosen.includes(id));
  return (
    <BoardFrame
      title={t('overdue.title')}
      extra={
        <Button disabled={meant.length === 0} onClick={() => setIsReassigning(true)}>
          {t('reassign.action')}
        </Button>
      }
    >
      <Typography.Text type="secondary">{t('overdue.basis')}</Typography.Text>
      <Loaded asked={asked} isEmpty={() => cases.length === 0} empty={t('overdue.none')}>
        {() => (
          <Table<CaseView>
            size="small"
            rowKey="id"
            rowClassName="board-opens"
            onRow={(of) => ({ onClick: onRowClick(() => look(of)) })}
            pagination={false}
            scroll={{ x: 820 }}
            dataSource={cases}
            rowSelection={{
              selectedRowKeys: [...chosen],
              onChange: (keys) => setChosen(keys.map(String)),
            }}
            columns={[
              {
                title: t('alerts.case'),
                width: 150,
                render: (_, { id, number }) => (
                  <Link to={`/cases/${id}`} className="steady">
                    {number}
                  </Link>
                ),
              },
              {
                title: t('overdue.clock'),
                width: 140,
                render: (_, of) => {
                  const clock = worstOf(of);
                  return clock && t(`clock.${clock.kind}`);
                },
              },
              {
                title: t('overdue.since'),
                width: 160,
                render: (_, of) => <Countdown clock={{ state: 'running', dueAt: dueOf(of) }} />,
              },
              {
                title: t('case.priority'),
                width: 90,
                render: (_, { priority }) => <PriorityTag priority={priority} />,
              },
              { title: t('case.stage'), width: 110, render: (_, { stage }) => t(`stage.${stage}`) },
              {
                title: t('case.owner'),
                render: (_, { owner }) => (owner ? personName(owner) : t('nobody')),
              },
              {
                title: t('case.unit'),
                render: (_, { unit }) => (unit ? unitName(unit) : t('noUnit')),
              },
              {
                title: t('alerts.actions'),
                width: 110,
                render: (_, of) => (
                  <Button
                    size="small"
                    aria-label={`${t('overdue.explain')} ${of.number}`}
                    onClick={() => look(of)}
                  >
                    {t('overdue.explain')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      {asked.hasNextPage && (
        <Flex>
          <Button loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
            {t('alerts.more')}
          </Button>
        </Flex>
      )}
      {looked && (
        <CaseDrawer key={looked.id} looked={looked} onClose={() => setLooked(undefined)} />
      )}
      {isReassigning && <ReassignDialog cases={meant} onClose={() => setIsReassigning(false)} />}
    </BoardFrame>
  );
}
