import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useStream } from '../../../api/use-stream.js';
import { Countdown } from '../../../shared/countdown.js';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { ScreenTitle } from '../../../shared/screen-title.js';
import { DeskParts } from '../desk-parts.js';
import { useNames } from '../use-names.js';
import { orderTypes } from './order-events.js';
import { ownOrders, ownOrdersKey } from './own-orders.js';
import type { Order } from './own-orders.js';
import { useOrderNews } from './use-order-news.js';
import '../desk.css';

/** What other units ask of mine, and nobody has answered: each is answered on its case. */
export function Screen() {
  const { t } = useTranslation('desk');
  const client = useQueryClient();
  const lost = () => void client.invalidateQueries({ queryKey: ownOrdersKey });
  useStream('/api/v1/streams/cases', orderTypes, useOrderNews(), lost);
  const asked = useQuery(ownOrders);
  return (
    <Flex vertical gap="middle" className="desk-page">
      <DeskParts />
      <ScreenTitle title={t('orders.title')} waiting={asked.data?.items.length ?? 0} />
      <Typography.Text type="secondary">{t('orders.basis')}</Typography.Text>
      <Loaded asked={asked} isEmpty={({ items }) => items.length === 0} empty={t('orders.none')}>
        {({ items, isCut }) => (
          <>
            {isCut && <Alert type="info" showIcon title={t('orders.cut')} />}
            <ol className="desk-list" aria-label={t('orders.title')}>
              {items.map((order) => (
                <OrderItem key={order.id} order={order} />
              ))}
            </ol>
          </>
        )}
      </Loaded>
    </Flex>
  );
}

function OrderItem({ order }: { order: Order }) {
  const { t } = useTranslation('desk');
  const { nameOf } = useNames();
  const { caseId, number, kind, unit, dueAt } = order;
  return (
    <li className="desk-promise">
      <span>
        <Countdown clock={{ state: 'running', dueAt }} />
        <br />
        <span className="quiet">
          {t('orders.until')} <Instant at={dueAt} />
        </span>
      </span>
      <span>
        <Tag>{t(`orders.kind.${kind}`)}</Tag>
        <Link to={`/cases/${caseId}`} className="steady">
          {number}
        </Link>
      </span>
      <span className="quiet">{nameOf('units', unit)}</span>
    </li>
  );
}
