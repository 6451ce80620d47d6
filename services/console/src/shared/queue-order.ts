interface Clock {
  state: 'running' | 'paused' | 'met' | 'breached' | 'cancelled';
  dueAt: string;
  stoppedAt?: string | undefined;
}
interface Waiting {
  clocks: readonly Clock[];
  receivedAt: string;
  /** What is still to be answered of it. */
  orders?: readonly { dueAt: string }[] | undefined;
}

/** Still to be met, or late and still to be done. */
const isOwed = ({ state, stoppedAt }: Clock) =>
  state === 'running' || state === 'paused' || (state === 'breached' && stoppedAt === undefined);
const due = ({ dueAt }: Clock) => Date.parse(dueAt);
const stands = ({ state }: Clock) => (state === 'paused' ? 1 : 0);

/**
 * The clocks that something is still owed to, what is due first in front. Those that stand still come last, as
 * their due instant moves while they do.
 */
export function owedClocks<C extends Clock>({ clocks }: { clocks: readonly C[] }): C[] {
  return clocks
    .filter(isOwed)
    .sort((one, other) => stands(one) - stands(other) || due(one) - due(other));
}

/**
 * When something of a case is due next, a clock or an order, epoch milliseconds; infinitely late when all its clocks
 * stand still and nothing is to be answered.
 */
export function nextDue({ clocks, orders = [] }: Omit<Waiting, 'receivedAt'>): number {
  const [first] = owedClocks({ clocks });
  const running = first && first.state !== 'paused' ? due(first) : Infinity;
  return Math.min(running, ...orders.map(({ dueAt }) => Date.parse(dueAt)));
}

/**
 * Cases with the orders of them that are still to be answered. A case without any stays what it was: its card is not
 * drawn anew.
 */
export function withOrders<C extends { id: string }, O extends { caseId: string; dueAt: string }>(
  cases: readonly C[],
  orders: readonly O[],
): (C & { orders?: readonly O[] })[] {
  const byCase = new Map<string, O[]>();
  const soonestFirst = orders.toSorted(
    (order, other) => Date.parse(order.dueAt) - Date.parse(other.dueAt),
  );
  for (const order of soonestFirst) {
    byCase.set(order.caseId, [...(byCase.get(order.caseId) ?? []), order]);
  }
  return cases.map((one) => {
    const own = byCase.get(one.id);
    return own ? { ...one, orders: own } : one;
  });
}

/** What is due next first; among those without a running clock or an order the older complaint first. */
export function byNextDue(one: Waiting, other: Waiting): number {
  const [mine, theirs] = [nextDue(one), nextDue(other)];
  if (mine !== theirs) return mine < theirs ? -1 : 1;
  return Date.parse(one.receivedAt) - Date.parse(other.receivedAt);
}

/** What a customer is to be asked next about a case; nothing while it is worked on. */
export function nextContact({ stage }: { stage: string }): 'callback' | 'survey' | undefined {
  return stage === 'callback' || stage === 'survey' ? stage : undefined;
}
