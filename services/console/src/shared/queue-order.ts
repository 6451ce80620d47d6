interface Clock {
  state: 'running' | 'paused' | 'met' | 'breached' | 'cancelled';
  dueAt: string;
  stoppedAt?: string | undefined;
}
interface Waiting {
  clocks: readonly Clock[];
  receivedAt: string;
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

/** When something of a case is due next, epoch milliseconds; infinitely late when all its clocks stand still. */
export function nextDue(one: Pick<Waiting, 'clocks'>): number {
  const [first] = owedClocks(one);
  return first && first.state !== 'paused' ? due(first) : Infinity;
}

/** What is due next first; among those without a running clock the older complaint first. */
export function byNextDue(one: Waiting, other: Waiting): number {
  const [mine, theirs] = [nextDue(one), nextDue(other)];
  if (mine !== theirs) return mine < theirs ? -1 : 1;
  return Date.parse(one.receivedAt) - Date.parse(other.receivedAt);
}

/** What a customer is to be asked next about a case; nothing while it is worked on. */
export function nextContact({ stage }: { stage: string }): 'callback' | 'survey' | undefined {
  return stage === 'callback' || stage === 'survey' ? stage : undefined;
}
