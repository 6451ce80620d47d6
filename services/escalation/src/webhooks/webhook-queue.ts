import type { Queries } from '#platform';
import { keptForMs, leaseMs, stateAfter } from '../outside/attempts.js';
import type { Settlement } from '../outside/attempts.js';

/** Something to send now; it is leased to whoever claimed it. */
export interface ClaimedDelivery {
  subscriptionId: string;
  url: string;
  secretVersion: number;
  eventId: string;
  body: string;
  /** This one included. */
  attempts: number;
}

export async function hasActiveSubscriptions(tx: Queries): Promise<boolean> {
  const [known] = await tx.query(`select 1 from webhook_subscriptions where active limit 1`);
  return known !== undefined;
}

/**
 * Claims what is due, of each subscription no more than it has free places: a receiver that hangs fills its
 * own places and nobody else's.
 * @param busy how many sends of which subscription are under way in this process
 */
export async function claimDeliveries(
  tx: Queries,
  placesEach: number,
  busy: ReadonlyMap<string, number>,
  now: number,
): Promise<ClaimedDelivery[]> {
  return tx.query<ClaimedDelivery & Record<string, unknown>>(
    `with due as (
       select s.id, s.url, s.secret_version, d.event_id
         from webhook_subscriptions s
         left join json_to_recordset($3::json) as b(id uuid, busy int) on b.id = s.id
        cross join lateral (
          select event_id from webhook_deliveries
           where subscription_id = s.id and state = 'waiting' and next_at <= $1
           order by next_at, event_id limit greatest(0, $2 - coalesce(b.busy, 0)) for update skip locked) d
        where s.active)
     update webhook_deliveries w set attempts = attempts + 1, next_at = $1 + ${leaseMs}
       from due where w.subscription_id = due.id and w.event_id = due.event_id
     returning due.id as "subscriptionId", due.url, due.secret_version as "secretVersion",
               w.event_id as "eventId", w.body, w.attempts`,
    [now, placesEach, JSON.stringify([...busy].map(([id, count]) => ({ id, busy: count })))],
  );
}

/**
 * Writes down how an attempt went; `retryAt` is absent after a success and after the last attempt. One whose
 * lease had run out says nothing any more: another has been made since.
 */
export async function settleDelivery(
  tx: Queries,
  { subscriptionId, eventId, attempts }: ClaimedDelivery,
  settlement: Settlement,
  now: number,
): Promise<void> {
  const { outcome, isDelivered, retryAt } = settlement;
  const state = stateAfter(settlement);
  await tx.query(
    `update webhook_deliveries set state = $3, outcome = $4, next_at = $5, delivered_at = $6
      where subscription_id = $1 and event_id = $2 and state = 'waiting' and attempts = $7`,
    [subscriptionId, eventId, state, outcome, retryAt ?? now, isDelivered ? now : null, attempts],
  );
}

/** When the next attempt of an active subscription is due; undefined when nothing waits. */
export async function nextAttemptAt(tx: Queries): Promise<number | undefined> {
  const [row] = await tx.query<{ at: number | null }>(
    `select min(d.next_at)::float8 as at from webhook_subscriptions s
      cross join lateral (select next_at from webhook_deliveries
        where subscription_id = s.id and state = 'waiting' order by next_at limit 1) d where s.active`,
  );
  return row?.at ?? undefined;
}

export async function forgetDelivered(tx: Queries, now: number): Promise<void> {
  await tx.query(`delete from webhook_deliveries where state = 'delivered' and delivered_at < $1`, [
    now - keptForMs,
  ]);
}
