import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../api/client.js';
import { hasRole, useSession } from '../../session/session.js';

export const customerOf = (id: string) =>
  queryOptions({
    queryKey: ['customer', id],
    queryFn: () => bodyOf(api.GET('/api/v1/customers/{id}', { params: { path: { id } } })),
    staleTime: 60_000,
  });

/** How a customer is called and reached, for whoever may look customers up; nothing for others. */
export function CustomerLine({ id, label }: { id: string; label?: string }) {
  const { t } = useTranslation('board');
  const seesCustomers = hasRole(useSession(), ['agent', 'supervisor', 'admin']);
  const { data } = useQuery({ ...customerOf(id), enabled: seesCustomers });
  if (!data) return null;
  return (
    <>
      {label} {data.name} <span className="steady">{data.phone ?? t('extensions.noPhone')}</span>
    </>
  );
}
