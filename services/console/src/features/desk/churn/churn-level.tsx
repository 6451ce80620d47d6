import { queryOptions, useQuery } from '@tanstack/react-query';
import { Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';

const colours = { none: 'default', watch: 'gold', warning: 'orange', critical: 'red' };

const churnQuery = (id: string) =>
  queryOptions({
    queryKey: ['churn', id],
    queryFn: () => bodyOf(api.GET('/api/v1/churn/customers/{id}', { params: { path: { id } } })),
    staleTime: 60_000,
    // Nobody waits for it: what does not come is not known now, and is asked for again with the next look.
    retry: false,
  });

/** How likely the customer is to leave, and why; the rest of the panel neither waits for it nor fails with it. */
export function ChurnLevel({ customerId }: { customerId: string }) {
  const { t } = useTranslation('churn');
  const { data, isError } = useQuery(churnQuery(customerId));
  if (!data) return isError ? <Said text={t('unknown')} /> : null;
  const { level, factors } = data;
  if (level === null) return <Said text={t('hidden')} />;
  const reasons = factors.map((factor) => t(`factor.${factor}`)).join(t('separator'));
  return (
    <Flex gap="small" wrap>
      <span>{t('title')}</span>
      <Tag color={colours[level]}>{t(`level.${level}`)}</Tag>
      {factors.length > 0 && <Said text={t('because', { reasons })} />}
    </Flex>
  );
}

function Said({ text }: { text: string }) {
  return <Typography.Text type="secondary">{text}</Typography.Text>;
}
