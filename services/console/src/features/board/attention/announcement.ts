/** What somebody is told of, as the stream tells it. */
export interface ToldAlert {
  alertId: string;
  caseId: string;
  number: string;
  cause: string;
}

export type Announcement =
  { kind: 'one'; alert: ToldAlert } | { kind: 'many'; n: number; cause: string };

const causes = [
  ...'warning breach threat critical severity tier repeat dissatisfied'.split(' '),
  ...['problem', 'over-target'],
];

/**
 * An event of the stream of alerts that is for somebody with these roles and this agent: an alert that was raised or
 * has climbed to them. What others are told, or what somebody took on, is seen in the list and makes no noise.
 */
export function toldOf(
  { type, data }: { type: string; data: Record<string, unknown> },
  me: { roles: readonly string[]; agentId: string | null },
): ToldAlert | undefined {
  if (!/^clearline\.alert\.(raised|climbed)\./.test(type)) return undefined;
  const { alertId, caseId, number, cause, audience, people } = data;
  if (typeof alertId !== 'string' || typeof number !== 'string') return undefined;
  if (typeof caseId !== 'string') return undefined;
  if (typeof cause !== 'string' || !causes.includes(cause)) return undefined;
  const named = Array.isArray(people) && people.includes(me.agentId);
  const isMine = named || (typeof audience === 'string' && me.roles.includes(audience));
  // Only clocks have a ladder: what climbs is one, whether it names it or not.
  const isLate = type.includes('.raised.') && cause === 'breach' && data['kind'] === undefined;
  return isMine ? { alertId, caseId, number, cause: isLate ? 'late' : cause } : undefined;
}

/** One announcement for what came in a moment: a storm sounds once. */
export function announcementOf(told: readonly ToldAlert[]): Announcement | undefined {
  const distinct = [...new Map(told.map((one) => [one.alertId, one])).values()];
  const [first] = distinct;
  if (!first) return undefined;
  if (distinct.length === 1) return { kind: 'one', alert: first };
  const counted = new Map<string, number>();
  for (const { cause } of distinct) counted.set(cause, (counted.get(cause) ?? 0) + 1);
  const [[cause] = [first.cause]] = [...counted].sort(([, one], [, other]) => other - one);
  return { kind: 'many', n: distinct.length, cause };
}
