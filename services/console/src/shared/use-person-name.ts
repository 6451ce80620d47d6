import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../api/client.js';
import { hasRole, useSession } from '../session/session.js';
import { personNames } from './person-names.js';
import type { NameOfPerson } from './person-names.js';

const fiveMinutes = 5 * 60_000;

/** What people are called; the same until it is known who they are. Whoever signed in from elsewhere knows themselves. */
export function usePersonName(): NameOfPerson {
  const { t } = useTranslation();
  const session = useSession();
  const { data } = useQuery({
    queryKey: ['people'],
    queryFn: () => bodyOf(api.GET('/api/v1/people')),
    staleTime: fiveMinutes,
    enabled: hasRole(session, ['agent', 'supervisor', 'manager', 'admin']),
  });
  const { username, agentId } = session;
  return useMemo(() => {
    const known = data?.items ?? [];
    const isKnown = agentId === null || known.some((one) => one.username === username);
    const people = isKnown ? known : [...known, { username, agentId }];
    return personNames(people, (name, id) => t('person', { name, id }));
  }, [data, username, agentId, t]);
}
