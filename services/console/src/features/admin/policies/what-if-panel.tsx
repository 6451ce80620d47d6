import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNamed } from '../../../shared/use-named.js';
import { RowTable } from '../row-table.js';
import type { WhatIf } from './policy-requests.js';
import { TriedPanel } from './tried-panel.js';
import type { Tried } from './tried-panel.js';

/** What the cases there were would have come to under the policy: verdicts before and after. */
export function WhatIfPanel({ run, text }: { run: Tried<WhatIf>; text: string }) {
  const { t } = useTranslation('admin');
  const named = useNamed();
  return (
    <TriedPanel run={run} text={text} hint={t('policies.whatIf.hint')}>
      {({ clocks, cancelled, toMet, toBreached, groups, flips }) => (
        <Flex vertical gap="middle">
          <Typography.Text strong>
            {t('policies.whatIf.sum', { clocks, cancelled, toMet, toBreached })}
          </Typography.Text>
          <RowTable
            label={t('policies.whatIf.groups')}
            rows={groups}
            rowKey={({ kind, dimension, value }) => `${kind} ${dimension} ${value}`}
            columns={[
              { title: t('policies.clock'), render: (_, { kind }) => clockName(kind) },
              {
                title: t('policies.whatIf.of'),
                render: (_, { dimension, value }) =>
                  dimension === 'all'
                    ? t('dimensions.all')
                    : `${t(`dimensions.${dimension}`)}: ${value || '–'}`,
                filters: (['all', 'category', 'severity', 'tier', 'unit'] as const).map(
                  (value) => ({ value, text: t(`dimensions.${value}`) }),
                ),
                defaultFilteredValue: ['all'],
                onFilter: (value, { dimension }) => dimension === value,
              },
              { title: t('policies.whatIf.clocks'), dataIndex: 'clocks', align: 'end' },
              {
                title: t('policies.whatIf.met'),
                align: 'end',
                render: (_, { recorded, simulated }) => fromTo(recorded.met, simulated.met),
              },
              {
                title: t('policies.whatIf.breached'),
                align: 'end',
                render: (_, { recorded, simulated }) =>
                  fromTo(recorded.breached, simulated.breached),
              },
              { title: t('policies.whatIf.toMet'), dataIndex: 'toMet', align: 'end' },
              { title: t('policies.whatIf.toBreached'), dataIndex: 'toBreached', align: 'end' },
            ]}
          />
          {flips.length > 0 && (
            <RowTable
              label={t('policies.whatIf.flips')}
              rows={flips}
              rowKey={({ caseId, kind, stage = '' }) => `${caseId} ${kind} ${stage}`}
              columns={[
                {
                  title: t('policies.case'),
                  render: (_, { caseId, number }) => <Link to={`/cases/${caseId}`}>{number}</Link>,
                },
                {
                  title: t('policies.whatIf.verdict'),
                  render: (_, { before, after }) =>
                    `${t(`verdicts.${before}`)} → ${t(`verdicts.${after}`)}`,
                },
                {
                  title: t('policies.whatIf.why'),
                  width: '60%',
                  render: (_, { why }) => <span className="wrapped">{named(why)}</span>,
                },
              ]}
            />
          )}
          {flips.length < toMet + toBreached && (
            <Typography.Text type="secondary">
              {t('policies.firstOnly', { count: flips.length })}
            </Typography.Text>
          )}
        </Flex>
      )}
    </TriedPanel>
  );

  function clockName(kind: string): string {
    const [name, stage] = kind.split('/');
    return stage === undefined ? t(`kinds.${name as 'resolution'}`) : t('kinds.stageOf', { stage });
  }
}

const fromTo = (before: number, after: number) =>
  before === after ? String(after) : `${before} → ${after}`;
