import { useQuery } from '@tanstack/react-query';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../api/client.js';
import { hasRole, useSession } from '../../session/session.js';
import type { Question } from './question-requests.js';

type Asker = Pick<Question, 'customerId'>;

/** Who waits for the answer, where one of the customers asked and whoever looks may read customers. */
export function useCaller({ customerId }: Asker) {
  const mayRead = hasRole(useSession(), ['agent', 'supervisor', 'admin']);
  return useQuery({
    queryKey: ['customer', customerId],
    queryFn: () =>
      bodyOf(api.GET('/api/v1/customers/{id}', { params: { path: { id: customerId! } } })),
    staleTime: 60_000,
    enabled: mayRead && customerId !== null,
    retryOnMount: false,
  });
}

/** Whom to call, by name, phone and tier. */
export function CallerLine({ question }: { question: Asker }) {
  const { t } = useTranslation('questions');
  const { data: customer } = useCaller(question);
  if (question.customerId === null) {
    return <Typography.Paragraph type="secondary">{t('noCustomer')}</Typography.Paragraph>;
  }
  if (!customer) return null;
  const { name, phone, tier } = customer;
  const known = { name: name ?? t('noName'), phone: phone ?? t('noPhone') };
  return (
    <Typography.Paragraph>
      {t('caller', { ...known, tier: t(`tiers.${tier}`) })}
    </Typography.Paragraph>
  );
}
