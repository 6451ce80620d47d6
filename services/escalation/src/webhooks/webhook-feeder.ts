import { unversioned } from '#contracts';
import { readLog } from '#eventing';
import type { LogEvent, ServiceRuntime } from '#eventing';
import type { Tx } from '#platform';

const pageSize = 500;

interface Wanted {
  id: string;
  types: string[];
}

/**
 * Turns the events of the service's own log into deliveries, one per subscription that wants them: how far it
 * came and what is to be sent commit together, so that nothing is left out and nothing made twice, whoever dies.
 * Of several replicas one feeds at a time.
 * @returns whether there was anything to look through
 */
export function feedWebhooks({ database }: ServiceRuntime): Promise<boolean> {
  return database.transaction(async (tx) => {
    const [feed] = await tx.query<{ epoch: number; tx: string; position: string }>(
      `select epoch, tx, position from webhook_feed for update skip locked`,
    );
    if (!feed) return false;
    const events = await readLog(tx, { schema: database.schema, after: feed, limit: pageSize });
    const last = events.at(-1)?.cursor;
    if (!last) return false;
    const subscriptions = await tx.query<Wanted>(
      `select id, types from webhook_subscriptions where active`,
    );
    await insertDeliveries(tx, subscriptions, events);
    await tx.query(`update webhook_feed set epoch = $1, tx = $2, position = $3`, [
      last.epoch,
      last.tx,
      last.position,
    ]);
    return true;
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
      // Another system's past is no news.
      .filter(
        ({ type, headers }) => types.includes(unversioned(type)) && headers['origin'] !== 'import',
      )
      .map((event) => ({
        subscription_id: id,
        event_id: event.id,
        type: event.type,
        case_id: event.key,
        body: bodyOf(event),
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

/** A CloudEvent in structured mode. */
function bodyOf(event: LogEvent): string {
  const attributes = {
    specversion: '1.0',
    id: event.id,
    source: event.source,
    type: event.type,
    time: new Date(event.occurredAt).toISOString(),
    subject: event.stream,
    partitionkey: event.key,
    sequence: String(event.sequence),
    datacontenttype: 'application/json',
  };
  return `${JSON.stringify(attributes).slice(0, -1)},"data":${event.body}}`;
}
