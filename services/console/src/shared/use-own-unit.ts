import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import { useSession } from '../session/session.js';

/** The unit that whoever is signed in works in; absent for an account that is no agent. */
export function useOwnUnit(): { code: string; name: { zh: string; en: string } } | undefined {
  const { agentId } = useSession();
  const { data } = useQuery({
    queryKey: ['organisation'],
    queryFn: () => bodyOf(api.GET('/api/v1/organisation')),
    staleTime: 5 * 60_000,
    enabled: agentId !== null,
  });
  const own = data?.agents.find((one) => one.agentId === agentId)?.unit;
  return data?.units.find(({ code }) => code === own);
}
