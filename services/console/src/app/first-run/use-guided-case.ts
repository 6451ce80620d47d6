import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import type { paths } from '../../api/schema.js';
import { byNextDue, withOrders } from '../../shared/queue-order.js';
import type { Role, Session } from '../../session/session.js';

type Query = NonNullable<paths['/api/v1/cases']['get']['parameters']['query']>;

/** The role that a newcomer is shown around in: of several the one that reaches furthest. */
export const guideOf = ({ roles }: Session): Role =>
  (['admin', 'manager', 'supervisor', 'agent', 'bi'] as const).find((role) =>
    roles.includes(role),
  ) ?? 'bi';

/** A fresh demo has no case in its first seconds. */
const askAgainMs = 3_000;

const waiting = ['open', 'paused', 'resolved'] as const;

/** What units of whoever asks were asked for and have not answered, soonest first. */
const readOwnOrders = (status: 'open' | 'overdue') =>
  bodyOf(api.GET('/api/v1/orders', { params: { query: { mine: 'true', status, limit: 100 } } }));

/** What heads the list of an agent's own cases at the desk: late ones and orders count there, which no order of the server has. */
async function firstOfQueue(owner: string) {
  const [lists, orders] = await Promise.all([
    Promise.all(
      waiting.map((status) =>
        bodyOf(api.GET('/api/v1/cases', { params: { query: { owner, status, limit: 200 } } })),
      ),
    ),
    Promise.all([readOwnOrders('overdue'), readOwnOrders('open')]),
  ]);
  const cases = lists.flatMap(({ items }) => items);
  return withOrders(
    cases,
    orders.flatMap(({ items }) => items),
  ).sort(byNextDue)[0];
}

async function findCase({ agentId }: Session, guide: Role) {
  const open = { status: 'open', limit: 1 } as const;
  const next: Query = { ...open, sort: 'due' };
  if (guide === 'agent' && agentId) {
    const own = await firstOfQueue(agentId);
    if (own) return { ...own, isPastDue: false };
  }
  const wanted: Query[] =
    guide === 'agent' ? [next] : [{ ...open, overdue: 'true', sort: 'priority' }, next];
  for (const query of wanted) {
    const { items } = await bodyOf(api.GET('/api/v1/cases', { params: { query } }));
    if (items[0]) return { ...items[0], isPastDue: query.overdue !== undefined };
  }
  return null;
}

/** A case worth looking at for whoever is signed in, past due or the next one; it stays the same while the page is open. */
export const useGuidedCase = (session: Session, guide: Role, isAsked: boolean) =>
  useQuery({
    queryKey: ['first-run', 'case'],
    queryFn: () => findCase(session, guide),
    enabled: isAsked && guide !== 'bi',
    staleTime: Infinity,
    refetchInterval: ({ state }) => (state.data ? false : askAgainMs),
  });
