import { Tag, Typography } from 'antd';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Countdown } from '../../../shared/countdown.js';
import { Instant } from '../../../shared/instant.js';
import { useClockName } from '../clocks/clock-bars.js';
import { useWords } from '../words.js';
import type { ColumnName } from './list-address.js';
import type { FoundComplaint, ListedCase } from './use-cases.js';

const colours = { low: 'default', normal: 'default', high: 'orange', critical: 'red' } as const;

/** The columns of the list, those that were chosen in their own order. */
export function useListColumns(chosen: readonly ColumnName[]): TableColumnsType<ListedCase> {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const clockName = useClockName();
  const cells: Record<ColumnName, { width: number; render: (one: ListedCase) => React.ReactNode }> =
    {
      number: {
        width: 150,
        render: ({ id, number }) => (
          <Link to={`/cases/${id}`} className="steady">
            {number}
          </Link>
        ),
      },
      status: { width: 100, render: ({ status }) => <Tag>{words.code(status)}</Tag> },
      stage: { width: 110, render: ({ stage }) => words.code(stage) },
      priority: {
        width: 100,
        render: ({ priority }) => <Tag color={colours[priority]}>{words.code(priority)}</Tag>,
      },
      category: { width: 150, render: ({ category }) => words.category(category) },
      due: {
        width: 250,
        render: ({ clocks, rulingClock }) => {
          const clock = clocks.find(({ clockId }) => clockId === rulingClock);
          if (!clock)
            return <Typography.Text type="secondary">{t('list.nothingDue')}</Typography.Text>;
          return (
            <>
              {clockName(clock)} <Countdown clock={clock} />
            </>
          );
        },
      },
      owner: { width: 110, render: ({ owner }) => owner ?? t('value.noOwner') },
      unit: { width: 140, render: ({ unit }) => words.unit(unit) },
      tier: { width: 100, render: ({ tier }) => words.code(tier) },
      channel: { width: 100, render: ({ channel }) => words.code(channel) },
      queue: { width: 120, render: ({ queue }) => queue ?? t('value.none') },
      receivedAt: { width: 130, render: ({ receivedAt }) => <Instant at={receivedAt} /> },
    };
  return chosen.map((name) => ({
    key: name,
    title: t(`list.columns.${name}`),
    width: cells[name].width,
    ellipsis: true,
    render: (_value, one) => cells[name].render(one),
  }));
}

/** Of what a search found: what was said, since that is what was searched. */
export function useFoundColumns(): TableColumnsType<FoundComplaint> {
  const { t } = useTranslation('casePage');
  const words = useWords();
  return [
    {
      key: 'number',
      title: t('list.columns.number'),
      width: 150,
      render: (_value, { complaintId, number }) => (
        <Link to={`/cases/${complaintId}`} className="steady">
          {number}
        </Link>
      ),
    },
    {
      key: 'receivedAt',
      title: t('list.columns.receivedAt'),
      width: 130,
      render: (_value, { receivedAt }) => <Instant at={receivedAt} />,
    },
    {
      key: 'category',
      title: t('list.columns.category'),
      width: 150,
      ellipsis: true,
      render: (_value, { category }) => words.category(category),
    },
    {
      key: 'statement',
      title: t('list.statement'),
      width: 600,
      ellipsis: true,
      render: (_value, { statement }) => statement,
    },
  ];
}
