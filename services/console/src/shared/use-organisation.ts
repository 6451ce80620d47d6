import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../api/client.js';

const organisation = queryOptions({
  queryKey: ['organisation'],
  queryFn: () => bodyOf(api.GET('/api/v1/organisation')),
  staleTime: 5 * 60_000,
});

/** In the place of a name until names are read: a code is no word of whoever looks. */
const unread = '…';

interface Named {
  code: string;
  name: { zh: string; en: string };
}

/** Who and what there is, by name in the language of whoever looks; a code that is not known stands for itself. */
export function useOrganisation() {
  const { data, isPending } = useQuery(organisation);
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const nameOf = (list: readonly Named[] | undefined, code: string) =>
    list?.find((one) => one.code === code)?.name[language] ?? (isPending ? unread : code);
  return {
    agents: data?.agents.filter(({ active }) => active) ?? [],
    unitName: (code: string) => nameOf(data?.units, code),
    productName: (code: string) => nameOf(data?.products, code),
    categories: data?.categories ?? [],
    categoryName: (code: string) => nameOf(data?.categories, code),
    unitOfAgent: (agentId: string) =>
      data?.agents.find((one) => one.agentId === agentId)?.unit ?? undefined,
  };
}
