import { useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Popconfirm, Tag, Typography } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, bodyOf } from '../../../api/client.js';
import { Instant } from '../../../shared/instant.js';
import { FailedCommands } from '../failed-commands.js';
import { RowTable } from '../row-table.js';
import { useCommand } from '../use-command.js';
import type { Policies } from './policy-requests.js';

const everyMs = 2_000;
/** No more of them are named. */
const mostFailed = 100;

/** How far open cases were taken over to a version, and the button that begins it. */
export function Applications({ known, current }: { known: Policies; current: number }) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const isGoingOn = known.applications.some(({ finishedAt }) => finishedAt === null);
  useEffect(() => {
    if (!isGoingOn) return;
    const timer = setInterval(
      () => void client.invalidateQueries({ queryKey: ['policies'], exact: true }),
      everyMs,
    );
    return () => clearInterval(timer);
  }, [client, isGoingOn]);
  const path = { version: String(current) };
  const apply = useCommand(
    () => bodyOf(api.POST('/api/v1/policies/{version}/apply', { params: { path } })),
    { stale: [['policies']], done: t('policies.applied.begun') },
  );
  return (
    <Flex vertical gap="small">
      <Flex justify="space-between" align="center" wrap>
        <Typography.Title level={2} style={{ fontSize: 18, margin: 0 }}>
          {t('policies.applied.title')}
        </Typography.Title>
        <Popconfirm
          title={t('policies.applied.sure', { version: current })}
          onConfirm={() => apply.mutate()}
        >
          <Button loading={apply.isPending} disabled={isGoingOn}>
            {t('policies.applied.apply', { version: current })}
          </Button>
        </Popconfirm>
      </Flex>
      <FailedCommands of={[apply]} />
      <RowTable
        label={t('policies.applied.title')}
        rows={known.applications}
        rowKey={({ version, startedAt }) => `${version} ${startedAt}`}
        locale={{ emptyText: t('policies.applied.none') }}
        expandable={{
          rowExpandable: ({ failed }) => failed.length > 0,
          expandedRowRender: ({ failed }) => (
            <ul className="plain-list">
              {failed.map(({ caseId, error }) => (
                <li key={caseId}>
                  <Link to={`/cases/${caseId}`}>{caseId.slice(-8)}</Link> {error}
                </li>
              ))}
            </ul>
          ),
        }}
        columns={[
          { title: t('policies.history.version'), dataIndex: 'version' },
          { title: t('policies.applied.by'), dataIndex: 'requestedBy' },
          {
            title: t('policies.applied.startedAt'),
            render: (_, { startedAt }) => <Instant at={startedAt} />,
          },
          {
            title: t('policies.applied.state'),
            render: (_, { finishedAt }) =>
              finishedAt === null ? (
                <Tag color="blue">{t('policies.applied.going')}</Tag>
              ) : (
                <Instant at={finishedAt} />
              ),
          },
          { title: t('policies.applied.examined'), dataIndex: 'examined', align: 'end' },
          { title: t('policies.applied.changed'), dataIndex: 'changed', align: 'end' },
          {
            title: t('policies.applied.failed'),
            align: 'end',
            render: (_, { failed }) =>
              failed.length < mostFailed
                ? failed.length
                : t('policies.applied.failedMany', { most: mostFailed }),
          },
        ]}
      />
    </Flex>
  );
}
