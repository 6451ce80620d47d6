import { unversioned } from '#contracts';
import type { LogEvent, ServiceRuntime } from '#eventing';
import type { Tx } from '#platform';
import { feedFromLog } from '../outside/log-feed.js';
import { deliveryBody } from './delivery-body.js';

interface Wanted {
  id: string;
  types: string[];
}

/**
 * Turns the events of the service's own log into deliveries, one per subscription that wants them.
 * @returns whether there was anything to look through
 */
export function feedWebhooks({ database }: ServiceRuntime): Promise<boolean> {
  return feedFromLog(database, 'webhook_feed', async (tx, events) => {
    const subscriptions = await tx.query<Wanted>(
      `select id, types from webhook_subscriptions where active`,
    );
    await insertDeliveries(tx, subscriptions, events);
  });
}

async function insertDeliveries(
  tx: Tx,
  subscriptions: readonly Wanted[],
  events: readonly LogEvent[],
): Promise<void> {
  const now = Date.now();
  const rows = subscriptions.flatMap(({ id, types }) =>
    events
      .filter(({ type }) => types.includes(unversioned(type)))
      .map((event) => ({
        subscription_id: id,
        event_id: event.id,
        type: event.type,
        case_id: event.key,
        body: deliveryBody(event),
        now,
      })),
  );
  if (rows.length === 0) return;
  await tx.query(
    `insert into webhook_deliveries (subscription_id, event_id, type, case_id, body, next_at, created_at)
     select subscription_id, event_id, type, case_id, body, now, now
       from json_to_recordset($1::json) as r(subscription_id uuid, event_id uuid, type text, case_id text,
         body text, now bigint)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}
