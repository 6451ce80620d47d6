import { Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Instant } from '../../../shared/instant.js';
import { RowTable } from '../row-table.js';
import type { DryRun } from './policy-requests.js';
import { TriedPanel } from './tried-panel.js';
import type { Tried } from './tried-panel.js';

const changes = ['earlier', 'later', 'started', 'ended'] as const;
const colours = { earlier: 'orange', later: 'green', started: 'blue', ended: 'default' } as const;

/** Which clocks of open cases would move, were the policy applied to them now. */
export function DryRunPanel({ run, text }: { run: Tried<DryRun>; text: string }) {
  const { t } = useTranslation('admin');
  return (
    <TriedPanel run={run} text={text} hint={t('policies.dryRun.hint')}>
      {({ cases, casesChanged, totals, byKind, items, isTruncated }) => (
        <Flex vertical gap="middle">
          <Typography.Text strong>
            {t('policies.dryRun.sum', { cases, casesChanged })}
          </Typography.Text>
          <RowTable
            label={t('policies.dryRun.byKind')}
            rows={byKind.map((row) => ({ ...row, name: t(`kinds.${row.kind}`) }))}
            rowKey="kind"
            columns={[
              { title: t('policies.clock'), dataIndex: 'name' },
              ...changes.map((change) => ({
                title: t(`policies.dryRun.${change}`),
                dataIndex: change,
                align: 'end' as const,
              })),
              { title: t('policies.dryRun.unchanged'), dataIndex: 'unchanged', align: 'end' },
            ]}
          />
          {items.length > 0 && (
            <RowTable
              label={t('policies.dryRun.clocks')}
              rows={items}
              rowKey="clockId"
              columns={[
                {
                  title: t('policies.case'),
                  render: (_, { caseId, number }) => <Link to={`/cases/${caseId}`}>{number}</Link>,
                },
                {
                  title: t('policies.clock'),
                  dataIndex: 'kind',
                  render: (_, { kind }) => t(`kinds.${kind}`),
                },
                {
                  title: t('policies.dryRun.change'),
                  render: (_, { change }) => (
                    <Tag color={colours[change]}>{t(`policies.dryRun.${change}`)}</Tag>
                  ),
                },
                {
                  title: t('policies.dueBefore'),
                  render: (_, { dueBefore }) => dueBefore && <Instant at={dueBefore} />,
                },
                {
                  title: t('policies.dueAfter'),
                  render: (_, { dueAfter }) => dueAfter && <Instant at={dueAfter} />,
                },
              ]}
            />
          )}
          {totals.earlier + totals.later + totals.started + totals.ended === 0 && (
            <Typography.Text>{t('policies.dryRun.none')}</Typography.Text>
          )}
          {isTruncated && (
            <Typography.Text type="secondary">
              {t('policies.firstOnly', { count: items.length })}
            </Typography.Text>
          )}
        </Flex>
      )}
    </TriedPanel>
  );
}
