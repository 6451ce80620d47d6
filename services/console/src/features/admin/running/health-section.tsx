import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Popconfirm, Progress, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, bodyOf } from '../../../api/client.js';
import { hasRole, useSession } from '../../../session/session.js';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { Panel } from '../../../shared/panel.js';
import { FailedCommands } from '../failed-commands.js';
import { RowTable } from '../row-table.js';
import { SectionFrame } from '../section-frame.js';
import { useCommand } from '../use-command.js';
import { Consumers } from './consumers.js';
import { readDeadLetters, readParked } from './failure-requests.js';
import { Timers } from './timers.js';
import { useReadinessWords } from './readiness-words.js';

const everyMs = 5_000;
const colours = { current: 'green', rebuilding: 'blue', failed: 'red' } as const;

/** Not being ready is an answer too, with its reasons. */
async function readReadiness() {
  const { data, error, response } = await api.GET('/health/ready');
  const answer = data ?? error;
  if (answer && 'reasons' in answer) return answer;
  return bodyOf(Promise.resolve({ data, error, response }));
}

/** Whether everything works, and if not, what does not and what that means for those who work with it. */
export function HealthSection() {
  const { t } = useTranslation('admin');
  const words = useReadinessWords();
  const mayRebuild = hasRole(useSession(), ['admin']);
  const refetchInterval = everyMs;
  // Told at once: that all works is not said while nobody answers.
  const ready = useQuery({
    queryKey: ['ready'],
    queryFn: readReadiness,
    refetchInterval,
    retry: false,
  });
  const models = useQuery({
    queryKey: ['projections'],
    queryFn: () => bodyOf(api.GET('/api/v1/projections')),
    refetchInterval,
  });
  const counts = useQuery({
    queryKey: ['failure-counts'],
    queryFn: async () => {
      const [dead, parked] = await Promise.all([
        readDeadLetters({}, 'dead', ''),
        readParked({}, ''),
      ]);
      const sum = (reasons: readonly { count: number }[]) =>
        reasons.reduce((total, { count }) => total + count, 0);
      return { dead: sum(dead.reasons), parked: sum(parked.reasons) };
    },
    refetchInterval,
  });
  const rebuild = useCommand(
    (name: string) =>
      bodyOf(api.POST('/api/v1/projections/{name}/rebuild', { params: { path: { name } } })),
    { stale: [['projections'], ['ready']], done: t('health.rebuildBegun') },
  );
  return (
    <SectionFrame name="health">
      <Loaded asked={ready}>
        {({ ready: isReady, reasons }) =>
          isReady ? (
            !ready.isError && (
              <Alert type="success" showIcon title={t('health.works')} role="status" />
            )
          ) : (
            <Flex vertical gap="small">
              {reasons.map(({ name, reason }) => (
                <Alert
                  key={name}
                  type="error"
                  showIcon
                  title={words(name)}
                  description={t('health.reason', { name, reason })}
                />
              ))}
            </Flex>
          )
        }
      </Loaded>
      <Flex gap="middle" wrap>
        <Panel title={t('health.events')} className="admin-part">
          <Loaded asked={counts}>
            {({ dead, parked }) => (
              <Flex vertical gap="small">
                <Link to="/administration/failures">{t('health.dead', { count: dead })}</Link>
                <Link to="/administration/parked">{t('health.parked', { count: parked })}</Link>
              </Flex>
            )}
          </Loaded>
        </Panel>
        <Panel title={t('health.consumers')} className="admin-part">
          <Consumers />
        </Panel>
        <Panel title={t('health.timers')} className="admin-part">
          <Timers />
        </Panel>
      </Flex>
      <Typography.Title level={2} style={{ fontSize: 18, margin: 0 }}>
        {t('health.models')}
      </Typography.Title>
      <FailedCommands of={[rebuild]} />
      <Loaded asked={models}>
        {({ items }) => (
          <RowTable
            label={t('health.models')}
            rows={items}
            rowKey="name"
            columns={[
              { title: t('health.model'), dataIndex: 'name' },
              {
                title: t('users.state'),
                render: (_, { state, failure }) => (
                  <>
                    <Tag color={colours[state]}>{t(`health.states.${state}`)}</Tag>
                    {failure}
                  </>
                ),
              },
              {
                title: t('health.progress'),
                width: 260,
                render: (_, { state, handled, total }) =>
                  state === 'rebuilding' && (
                    <Progress percent={total === 0 ? 0 : Math.floor((100 * handled) / total)} />
                  ),
              },
              {
                title: t('health.finishedAt'),
                render: (_, { finishedAt }) => finishedAt && <Instant at={finishedAt} />,
              },
              {
                title: t('actions'),
                render: (_, { name, state }) =>
                  mayRebuild && (
                    <Popconfirm
                      title={t('health.rebuildSure')}
                      onConfirm={() => rebuild.mutate(name)}
                    >
                      <Button size="small" disabled={state === 'rebuilding'}>
                        {t('health.rebuild')}
                      </Button>
                    </Popconfirm>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </SectionFrame>
  );
}
