import { useQuery } from '@tanstack/react-query';
import { Button, Table, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Countdown } from '../../../shared/countdown.js';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { BoardFrame } from '../board-frame.js';
import { waitingApprovals, waitingExtensions, waitingJoins } from '../board-queries.js';
import type { Approval } from '../board-types.js';
import { ApprovalDialog } from './approval-dialog.js';
import { Asker } from './asker.js';
import { ExtensionsPart } from './extensions-part.js';
import { HeldRows } from './held-rows.js';
import { JoinsPart } from './joins-part.js';

/** Commands that wait for a second person, those that were asked for first on top. */
export function Screen() {
  const { t } = useTranslation('board');
  const asked = useQuery(waitingApprovals);
  const [looked, setLooked] = useState<Approval>();
  const { data: extensions } = useQuery(waitingExtensions);
  const { data: joins } = useQuery(waitingJoins);
  const isNone = asked.data?.items.length === 0;
  const areOthers = [extensions, joins].some((list) => (list?.items.length ?? 0) > 0);
  return (
    <BoardFrame title={t('approvals.title')}>
      <Typography.Text type="secondary">{t('approvals.hint')}</Typography.Text>
      {/* Nothing to decide here stands below what there is. */}
      <div className={isNone ? 'board-last' : undefined}>
        {isNone && areOthers && (
          <Typography.Paragraph>{t('approvals.noneElse')}</Typography.Paragraph>
        )}
        <Loaded
          asked={asked}
          isEmpty={({ items }) => items.length === 0 && !areOthers}
          empty={t('approvals.none')}
        >
          {({ items }) =>
            items.length > 0 && (
              <HeldRows rows={items} keyOf={({ id }) => id}>
                {(shown) => (
                  <Table<Approval>
                    size="small"
                    rowKey="id"
                    pagination={false}
                    scroll={{ x: 760 }}
                    dataSource={shown}
                    columns={[
                      {
                        title: t('approvals.command'),
                        render: (_, { command }) => t(`approvals.commands.${command}`),
                      },
                      {
                        title: t('alerts.case'),
                        width: 150,
                        render: (_, { caseId, number }) => (
                          <Link to={`/cases/${caseId}`}>{number}</Link>
                        ),
                      },
                      {
                        title: t('approvals.by'),
                        width: 140,
                        render: (_, { by }) => <Asker by={by} />,
                      },
                      {
                        title: t('approvals.at'),
                        width: 110,
                        render: (_, { at }) => <Instant at={at} />,
                      },
                      {
                        title: t('approvals.due'),
                        width: 140,
                        render: (_, { dueAt }) =>
                          dueAt ? (
                            <Countdown clock={{ state: 'running', dueAt }} />
                          ) : (
                            t('approvals.noDue')
                          ),
                      },
                      {
                        title: t('approvals.decides'),
                        width: 150,
                        render: (_, { decides }) =>
                          t('approvals.atLeast', { role: t(`role.${decides}`) }),
                      },
                      {
                        title: t('alerts.actions'),
                        width: 140,
                        render: (_, approval) => (
                          <Button
                            size="small"
                            aria-label={`${t('approvals.review')} ${approval.number}`}
                            onClick={() => setLooked(approval)}
                          >
                            {t('approvals.review')}
                          </Button>
                        ),
                      },
                    ]}
                  />
                )}
              </HeldRows>
            )
          }
        </Loaded>
      </div>
      <ExtensionsPart />
      <JoinsPart />
      {looked && (
        <ApprovalDialog key={looked.id} approval={looked} onClose={() => setLooked(undefined)} />
      )}
    </BoardFrame>
  );
}
