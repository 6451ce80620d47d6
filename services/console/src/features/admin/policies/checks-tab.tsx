import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { FailedCommands } from '../failed-commands.js';
import { useNamed } from '../../../shared/use-named.js';
import { RowTable } from '../row-table.js';
import { useCommand } from '../use-command.js';

/** What the daily look at the ladders found: people leave without anybody touching a policy. */
export function ChecksTab() {
  const { t } = useTranslation('admin');
  const named = useNamed();
  const checks = useQuery({
    queryKey: ['policy-checks'],
    queryFn: () => bodyOf(api.GET('/api/v1/policies/checks')),
  });
  const again = useCommand(() => bodyOf(api.POST('/api/v1/policies/checks')), {
    stale: [['policy-checks']],
    done: t('policies.checks.done'),
  });
  return (
    <Flex vertical gap="middle" align="stretch">
      <Flex gap="middle" align="center" wrap>
        <Button onClick={() => again.mutate()} loading={again.isPending}>
          {t('policies.checks.again')}
        </Button>
        <span>{t('policies.checks.about')}</span>
      </Flex>
      <FailedCommands of={[again]} />
      <Loaded
        asked={checks}
        isEmpty={({ items }) => items.length === 0}
        empty={t('policies.checks.none')}
      >
        {({ items }) => (
          <RowTable
            label={t('policies.tabs.checks')}
            rows={items}
            rowKey="day"
            columns={[
              {
                title: t('policies.checks.at'),
                render: (_, { checkedAt }) => <Instant at={checkedAt} />,
              },
              { title: t('policies.history.version'), dataIndex: 'policyVersion' },
              {
                title: t('policies.checks.found'),
                render: (_, { warnings }) =>
                  warnings.length === 0 ? (
                    <Tag color="green">{t('policies.checks.clean')}</Tag>
                  ) : (
                    <ul className="plain-list">
                      {warnings.map(({ rule, ladder, level, message }) => (
                        <li key={`${rule} ${ladder} ${level}`}>{named(message)}</li>
                      ))}
                    </ul>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </Flex>
  );
}
