import { Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { isMachine } from '../../../shared/beside.js';
import { Countdown } from '../../../shared/countdown.js';
import { Instant } from '../../../shared/instant.js';
import type { useOrders } from '../case-queries.js';
import { useWords } from '../words.js';

type Order = NonNullable<ReturnType<typeof useOrders>['data']>['orders'][number];

interface Props {
  order: Pick<Order, 'kind' | 'unit' | 'dueAt' | 'status' | 'at' | 'by'>;
  /** What of the case is to be seen to first. */
  isFirst: boolean;
}

/** An order among the clocks: it runs out as they do, on a closed case as well. */
export function OrderLine({ order, isFirst }: Props) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const { kind, unit, dueAt, status, at, by } = order;
  const who = isMachine(by) ? t('timeline.bySystem') : words.person(by);
  return (
    <li className="case-clock">
      <Flex justify="space-between" align="baseline" gap="small" wrap>
        <span>
          <Typography.Text strong>
            {t('clocks.order', { kind: words.code(kind), unit: words.unit(unit) })}
          </Typography.Text>{' '}
          {isFirst &&
            (status === 'overdue' ? (
              <Tag color="error">{t('clocks.overdueFirst')}</Tag>
            ) : (
              <Tag>{t('clocks.next')}</Tag>
            ))}
        </span>
        <Countdown clock={{ state: 'running', dueAt }} />
      </Flex>
      <Flex justify="space-between" gap="small" wrap>
        <Typography.Text type="secondary">
          {t('clocks.due')} <Instant at={dueAt} />
        </Typography.Text>
        <Typography.Text type="secondary">
          {t('clocks.orderSet', { who, at: words.value('at', at) })}
        </Typography.Text>
      </Flex>
    </li>
  );
}
