import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, Descriptions, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { hasRole, useSession } from '../../../session/session.js';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { FailedCommands } from '../failed-commands.js';
import { RowTable } from '../row-table.js';
import { SectionFrame } from '../section-frame.js';
import { useCommand } from '../use-command.js';
import { Findings } from './findings.js';
import { ViewersSearch } from './viewers-search.js';

/** Proof that nothing stored was altered, and what operators did to the pipeline. */
export function AuditSection() {
  const { t, i18n } = useTranslation('admin');
  const mayVerify = hasRole(useSession(), ['admin']);
  const audit = useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/api/v1/audit', { params: { query: pageParam ? { cursor: pageParam } : {} } }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.running ? 1_000 : 30_000),
  });
  const verify = useCommand(() => bodyOf(api.POST('/api/v1/audit')), { stale: [['audit']] });
  const isRunning = audit.data?.pages[0]?.running ?? false;
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <SectionFrame
      name="audit"
      actions={
        mayVerify && (
          <Button
            type="primary"
            onClick={() => verify.mutate()}
            loading={verify.isPending || isRunning}
          >
            {isRunning ? t('audit.running') : t('audit.verify')}
          </Button>
        )
      }
    >
      <FailedCommands of={[verify]} />
      <ViewersSearch />
      <Loaded asked={audit}>
        {({ pages }) => {
          const { last } = pages[0]!;
          return (
            <Flex vertical gap="middle">
              {last === null ? (
                <Alert type="info" showIcon title={t('audit.never')} />
              ) : (
                <>
                  <Alert
                    type={last.isClean ? 'success' : 'error'}
                    showIcon
                    role="status"
                    title={last.isClean ? t('audit.clean') : t('audit.broken')}
                    description={
                      <>
                        <Instant at={last.finishedAt} />{' '}
                        {t('audit.by', {
                          who: last.startedBy,
                          seconds: number.format(
                            (Date.parse(last.finishedAt) - Date.parse(last.startedAt)) / 1_000,
                          ),
                        })}
                      </>
                    }
                  />
                  {last.logs.map((log) => (
                    <Flex vertical gap="small" key={log.service}>
                      <Descriptions
                        size="small"
                        bordered
                        column={5}
                        title={t('audit.log', { service: log.service })}
                        items={[
                          ...(['events', 'streams', 'seals', 'unsealed'] as const).map((part) => ({
                            key: part,
                            label: t(`audit.${part}`),
                            children: number.format(log[part]),
                          })),
                          {
                            key: 'anchored',
                            label: t('audit.anchored'),
                            children: log.isAnchored ? (
                              <Tag color="green">{t('yes')}</Tag>
                            ) : (
                              <Tag>{t('no')}</Tag>
                            ),
                          },
                        ]}
                      />
                      <Findings findings={log.findings} />
                    </Flex>
                  ))}
                </>
              )}
              <Typography.Title level={2} style={{ fontSize: 18, margin: 0 }}>
                {t('audit.actions')}
              </Typography.Title>
              <RowTable
                label={t('audit.actions')}
                rows={pages.flatMap(({ actions }) => actions)}
                rowKey="id"
                locale={{ emptyText: t('audit.noActions') }}
                columns={[
                  { title: t('audit.at'), width: 120, render: (_, { at }) => <Instant at={at} /> },
                  { title: t('audit.actor'), dataIndex: 'actor', width: 120 },
                  { title: t('audit.action'), dataIndex: 'action', width: 160 },
                  { title: t('failures.service'), dataIndex: 'service', width: 120 },
                  { title: t('audit.affected'), dataIndex: 'affected', width: 100, align: 'end' },
                  {
                    title: t('audit.selection'),
                    width: 300,
                    render: (_, { selection }) => (
                      <code className="wrapped">{JSON.stringify(selection)}</code>
                    ),
                  },
                ]}
              />
              {audit.hasNextPage && (
                <Button
                  onClick={() => void audit.fetchNextPage()}
                  loading={audit.isFetchingNextPage}
                >
                  {t('more')}
                </Button>
              )}
            </Flex>
          );
        }}
      </Loaded>
    </SectionFrame>
  );
}
