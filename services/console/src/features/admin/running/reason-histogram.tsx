import { Button, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../row-table.js';
import type { Filter } from './failure-requests.js';
import { useReasonWords } from './reason-words.js';

export interface ReasonCount {
  service: string;
  reason: string;
  type: string;
  count: number;
}

/** How many events failed why; a row narrows the list to its own. */
export function ReasonHistogram(props: {
  reasons: readonly ReasonCount[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
}) {
  const { t } = useTranslation('admin');
  const words = useReasonWords();
  const { reasons, onFilter } = props;
  if (reasons.length === 0) return null;
  const most = Math.max(...reasons.map(({ count }) => count));
  return (
    <RowTable
      label={t('failures.histogram')}
      rows={[...reasons].sort((one, other) => other.count - one.count)}
      rowKey={({ service, reason, type }) => `${service} ${reason} ${type}`}
      columns={[
        {
          title: t('failures.reason'),
          render: (_, { reason }) => {
            const { short, long } = words(reason);
            return (
              <>
                <Typography.Text strong>{short}</Typography.Text>
                <div>
                  <Typography.Text type="secondary">{long}</Typography.Text>
                </div>
              </>
            );
          },
        },
        { title: t('failures.service'), dataIndex: 'service' },
        { title: t('deliveries.type'), dataIndex: 'type' },
        { title: t('failures.count'), dataIndex: 'count', align: 'end' },
        {
          title: t('failures.share'),
          width: 200,
          render: (_, { count }) => (
            <div aria-hidden className="admin-bar" style={{ width: `${(100 * count) / most}%` }} />
          ),
        },
        {
          title: t('actions'),
          render: (_, { service, reason, type }) => (
            <Button size="small" onClick={() => onFilter({ service, reason, type })}>
              {t('failures.only')}
            </Button>
          ),
        },
      ]}
    />
  );
}
