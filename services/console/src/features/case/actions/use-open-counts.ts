import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import { hasRole, useSession } from '../../../session/session.js';

/** Who may know how much each agent has, as the API has it. */
const mayKnow = ['supervisor', 'manager', 'admin'] as const;

/** How many cases each agent works on, where that decides whom to choose; nothing to whoever may not know. */
export function useOpenCounts(isAsked: boolean): (agentId: string) => number | undefined {
  const isKnown = hasRole(useSession(), mayKnow);
  const { data } = useQuery({
    queryKey: ['workload-of-agents'],
    queryFn: () => bodyOf(api.GET('/api/v1/workload')),
    enabled: isAsked && isKnown,
    staleTime: 30_000,
  });
  return (agentId) => data && (data.owners.find(({ owner }) => owner === agentId)?.open ?? 0);
}
