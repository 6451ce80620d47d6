import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useStream } from '../../../api/use-stream.js';
import { Countdown } from '../../../shared/countdown.js';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { ScreenTitle } from '../../../shared/screen-title.js';
import { useCasesOf } from '../../../shared/use-cases-of.js';
import type { ListedCase } from '../../../shared/use-cases-of.js';
import { usePersonName } from '../../../shared/use-person-name.js';
import { DeskParts } from '../desk-parts.js';
import { useNames } from '../use-names.js';
import { orderTypes } from './order-events.js';
import { orderMatter, ownOrders, ownOrdersKey } from './own-orders.js';
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
  const first = asked.data?.items.slice(0, mostAsked).map(({ caseId }) => caseId) ?? [];
  const cases = useCasesOf([[...new Set(first)]]);
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
              {items.map((order, index) => (
                <OrderItem
                  key={order.id}
                  order={order}
                  isAsked={index < mostAsked}
                  one={cases.get(order.caseId)}
                />
              ))}
            </ol>
          </>
        )}
      </Loaded>
    </Flex>
  );
}

/** What is asked is looked up by case: of the first ones, which are answered first. */
const mostAsked = 30;

function OrderItem(props: { order: Order; isAsked: boolean; one: ListedCase | undefined }) {
  const { order, isAsked, one } = props;
  const { t } = useTranslation('desk');
  const { nameOf } = useNames();
  const personName = usePersonName();
  const { caseId, number, kind, unit, dueAt } = order;
  const { data: matter } = useQuery({ ...orderMatter(order), enabled: isAsked });
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
        {one && <span className="quiet"> {nameOf('categories', one.category)}</span>}
        {matter && (
          <>
            <br />
            {matter.text !== null && <span className="wrapped">{matter.text}</span>}{' '}
            {matter.by !== null && (
              <span className="quiet">{t('orders.by', { who: personName(matter.by) })}</span>
            )}
          </>
        )}
      </span>
      <span className="quiet">{nameOf('units', unit)}</span>
    </li>
  );
}
