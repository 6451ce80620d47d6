import { useQuery } from '@tanstack/react-query';
import { Button, Table, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Countdown } from '../../../shared/countdown.js';
import { Instant } from '../../../shared/instant.js';
import { Panel } from '../../../shared/panel.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { waitingExtensions } from '../board-queries.js';
import type { WaitingExtension } from '../board-types.js';
import { useClockName } from '../use-clock-name.js';
import { Asker } from './asker.js';
import { HeldRows } from './held-rows.js';
import { ExtensionDialog } from './extension-dialog.js';

const keyOf = ({ caseId, clockId }: WaitingExtension) => `${caseId} ${clockId}`;

/** Who asks for more time, for which clock and why, with what it would be due then; who asked first on top. */
export function ExtensionsPart() {
  const { t } = useTranslation('board');
  const nameOf = useClockName();
  const { data, error, refetch } = useQuery(waitingExtensions);
  const [looked, setLooked] = useState<WaitingExtension>();
  // Silence would say that nobody waits.
  if (!data && error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data || (data.items.length === 0 && !looked)) return null;
  return (
    <Panel title={t('extensions.title')}>
      <Typography.Paragraph type="secondary">{t('extensions.hint')}</Typography.Paragraph>
      <HeldRows rows={data.items} keyOf={keyOf}>
        {(shown) => (
          <Table<WaitingExtension>
            size="small"
            rowKey={keyOf}
            pagination={false}
            scroll={{ x: 900 }}
            dataSource={shown}
            columns={[
              {
                title: t('alerts.case'),
                width: 150,
                render: (_, { caseId, number }) => <Link to={`/cases/${caseId}`}>{number}</Link>,
              },
              { title: t('extensions.clock'), width: 150, render: (_, asked) => nameOf(asked) },
              { title: t('extensions.by'), width: 140, render: (_, { by }) => <Asker by={by} /> },
              { title: t('extensions.at'), width: 110, render: (_, { at }) => <Instant at={at} /> },
              {
                title: t('extensions.reason'),
                width: 150,
                render: (_, { reason }) => t(`extensionReason.${reason}`),
              },
              {
                title: t('extensions.due'),
                width: 190,
                render: (_, { state, dueAt }) => (
                  <>
                    <Instant at={dueAt} /> <Countdown clock={{ state, dueAt }} />
                  </>
                ),
              },
              {
                title: t('extensions.would'),
                width: 130,
                render: (_, { extendedDueAt }) =>
                  extendedDueAt ? <Instant at={extendedDueAt} /> : t('extensions.expired'),
              },
              {
                title: t('alerts.actions'),
                width: 140,
                render: (_, asked) => (
                  <Button
                    size="small"
                    aria-label={`${t('extensions.review')} ${asked.number} ${nameOf(asked)}`}
                    onClick={() => setLooked(asked)}
                  >
                    {t('extensions.review')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </HeldRows>
      {looked && (
        <ExtensionDialog
          asked={looked}
          isDecided={data.items.every((one) => keyOf(one) !== keyOf(looked))}
          onClose={() => setLooked(undefined)}
        />
      )}
    </Panel>
  );
}
