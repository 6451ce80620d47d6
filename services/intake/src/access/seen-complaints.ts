import { askSeenCases } from '#eventing';
import type { Asker, ServiceRuntime } from '#eventing';
import { Problem } from '#platform';
import { unitsOf } from './units-of.js';

interface Asked {
  complaintId: string;
  organisation: string | null;
}
export type Visibility = 'seen' | 'hidden' | 'undecided';

/**
 * Which complaints somebody sees: those whose cases they see, which escalation says, for cases go from
 * unit to unit and are kept from whom they are about. Before its case is open a complaint is shown to the unit that it was filed for; whether
 * anybody else will see it is undecided.
 * @throws Problem `unavailable` when escalation does not answer
 */
export async function visibilityOf(
  runtime: Pick<ServiceRuntime, 'database' | 'peers' | 'signal'>,
  complaints: readonly Asked[],
  asker: Asker,
): Promise<(complaintId: string) => Visibility> {
  if (complaints.length === 0) return () => 'seen';
  const ids = complaints.map(({ complaintId }) => complaintId);
  const answer = await askSeenCases(runtime, ids, asker);
  if (!answer) return () => 'seen';
  const { agentId, roles } = asker.principal;
  const isAbove = roles.some((role) => role === 'manager' || role === 'admin');
  const [seen, { hidden }] = [new Set(answer.seen), answer];
  const unopened = complaints.filter(
    (one) => !seen.has(one.complaintId) && !hidden.has(one.complaintId),
  );
  const units =
    unopened.length > 0 && !isAbove ? await unitsOf(runtime.database, agentId!) : new Set<string>();
  for (const { complaintId, organisation } of unopened) {
    if (isAbove || organisation === null || units.has(organisation)) seen.add(complaintId);
  }
  return (id) => (seen.has(id) ? 'seen' : hidden.has(id) ? 'hidden' : 'undecided');
}

/** @throws Problem `forbidden` for a complaint of another unit, `unavailable` while that is undecided */
export async function requireVisible(
  runtime: Pick<ServiceRuntime, 'database' | 'peers' | 'signal'>,
  complaint: Asked,
  asker: Asker,
): Promise<void> {
  const visibility = (await visibilityOf(runtime, [complaint], asker))(complaint.complaintId);
  if (visibility === 'seen') return;
  throw visibility === 'hidden'
    ? new Problem('forbidden', { detail: 'its case is not shown to you' })
    : new Problem('unavailable', { detail: 'the case is being opened' });
}
