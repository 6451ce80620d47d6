import { useQueries, useQuery } from '@tanstack/react-query';
import { Alert, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Instant } from '../../shared/instant.js';
import { onDemand } from '../../shared/on-demand.js';
import { NumberLink } from '../../shared/number-link.js';
import { ProblemNotice } from '../../shared/problem-notice.js';
import { usePersonName } from '../../shared/use-person-name.js';
import { withOrders } from '../../shared/queue-order.js';
import { Waiting } from '../../shared/waiting.js';
import { loadTexts } from '../../texts/load-texts.js';
import { caseQuery, earlierQuery } from './desk-queries.js';
import type { Customer, DeskCase } from './desk-types.js';
import { ownOrders } from './orders/own-orders.js';
import { OwedClocks } from './owed-clocks.js';
import type { FoundCustomer } from './use-customer.js';
import { useNames } from './use-names.js';

const warnDays = 90;
const pastDays = 365;
const openStatuses: readonly DeskCase['status'][] = ['open', 'paused', 'resolved'];

const ChurnLevel = onDemand(async () => {
  const [{ ChurnLevel: Level }] = await Promise.all([
    import('./churn/churn-level.js'),
    loadTexts('churn'),
  ]);
  return Level;
});

/** What is known of the customer: tier, whether they may leave, how often they complained, what is still open. */
export function CustomerPanel({
  found,
  isAnonymous,
}: {
  found: FoundCustomer;
  isAnonymous: boolean;
}) {
  const { t } = useTranslation('desk');
  if (isAnonymous) return <p>{t('customer.anonymous')}</p>;
  if (found.error) return <ProblemNotice error={found.error} />;
  if (found.customer) return <KnownCustomer customer={found.customer} />;
  if (found.isLooking) return <Waiting rows={3} />;
  return (
    <Typography.Paragraph type="secondary">
      {found.isNew ? t('customer.isNew') : t('customer.none')}
    </Typography.Paragraph>
  );
}

function KnownCustomer({ customer }: { customer: Customer }) {
  const { t } = useTranslation('desk');
  return (
    <Flex vertical gap="small">
      <Flex gap="small" align="center" wrap>
        <Typography.Text strong>{customer.name ?? t('customer.unnamed')}</Typography.Text>
        <Typography.Text>{customer.phone}</Typography.Text>
        <Tag color={customer.tier === 'standard' ? 'default' : 'gold'}>
          {t(`tier.${customer.tier}`)}
        </Tag>
        <Typography.Text type="secondary">
          {t('customer.since')} <Instant at={customer.createdAt} />
        </Typography.Text>
      </Flex>
      <ChurnLevel customerId={customer.id} />
      <EarlierComplaints customerId={customer.id} />
    </Flex>
  );
}

/** Asked without a text: what the customer complained about before stands there for being theirs. */
function useEarlier(customerId: string, days: number) {
  return useQuery(earlierQuery({ statement: '-', customerId, days }));
}

/** Of what resembles a complaint, that of the customer themselves. */
const ownOf = <Item extends { because: readonly string[] }>(items: readonly Item[]) =>
  items.filter(({ because }) => because.includes('customer'));

function EarlierComplaints({ customerId }: { customerId: string }) {
  const { t } = useTranslation('desk');
  const recent = useEarlier(customerId, warnDays);
  const past = useEarlier(customerId, pastDays);
  const own = ownOf(past.data?.items ?? []);
  const asked = useQueries({
    queries: own
      .filter(({ isHidden }) => !isHidden)
      .map(({ complaintId }) => caseQuery(complaintId)),
  });
  if (past.error) return <ProblemNotice error={past.error} onRetry={() => void past.refetch()} />;
  if (!past.data || !recent.data) return <Waiting rows={2} />;
  const open = asked.flatMap(({ data }) =>
    data && openStatuses.includes(data.status) ? data : [],
  );
  const areKnown = asked.every(({ data }) => data !== undefined);
  const failed = asked.filter(({ error }) => error !== null);
  const isCut = own.length < past.data.byCustomer;
  const hidden = own.filter(({ isHidden }) => isHidden).length;
  const { byCustomer } = recent.data;
  return (
    <>
      {byCustomer > 0 && (
        <Alert
          type="warning"
          showIcon
          role="status"
          title={t('customer.repeat', { count: byCustomer, days: warnDays })}
          description={
            <Flex gap="small" wrap>
              {ownOf(recent.data.items).map((item) => (
                <NumberLink key={item.complaintId} of={item} />
              ))}
            </Flex>
          }
        />
      )}
      {failed[0] && (
        <ProblemNotice
          error={failed[0].error}
          onRetry={() => failed.forEach(({ refetch }) => void refetch())}
        />
      )}
      {areKnown && (
        <Typography.Text>
          {t(isCut ? 'customer.openOfLast' : 'customer.open', {
            count: open.length,
            last: own.length,
          })}
        </Typography.Text>
      )}
      {!areKnown && failed.length === 0 && (
        <Typography.Text type="secondary">{t('aid.looking')}</Typography.Text>
      )}
      {open.length > 0 && (
        <ul className="desk-list">
          {open.map((one) => (
            <OpenCase key={one.id} one={one} />
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <Typography.Text type="secondary">
          {t('customer.elsewhere', { count: hidden })}
        </Typography.Text>
      )}
    </>
  );
}

function OpenCase({ one }: { one: DeskCase }) {
  const { data } = useQuery(ownOrders);
  const [listed = one] = withOrders([one], data?.items ?? []);
  const { t } = useTranslation('desk');
  const personName = usePersonName();
  const { nameOf } = useNames();
  return (
    <li>
      <Flex gap="small" wrap>
        <Link to={`/cases/${one.id}`} className="steady">
          {one.number}
        </Link>
        <span>{nameOf('categories', one.category)}</span>
        <span>{t(`stage.${one.stage}`)}</span>
        {one.owner !== null && (
          <span className="quiet">{t('customer.owner', { owner: personName(one.owner) })}</span>
        )}
      </Flex>
      <OwedClocks one={listed} most={1} />
    </li>
  );
}
