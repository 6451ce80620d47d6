import type {
  DeliveryListQuery,
  DeliveryView,
  SubscriptionBody,
  SubscriptionView,
} from '#contracts';
import { newId } from '#platform';
import type { Queries, Tx } from '#platform';
import { beginFeed } from '../outside/log-feed.js';

const columns = `s.id, s.url, s.types, s.description, s.active, s.created_by as "createdBy",
  s.created_at::float8 as created, s.secret_version as "secretVersion",
  count(d.event_id) filter (where d.state = 'waiting')::int as waiting,
  count(d.event_id) filter (where d.state = 'delivered')::int as delivered,
  count(d.event_id) filter (where d.state = 'parked')::int as parked`;

type Row = Omit<SubscriptionView, 'createdAt'> & { created: number; secretVersion: number };

/** A subscription as the API shows it, and which secret it signs with. */
export interface StoredSubscription {
  view: SubscriptionView;
  secretVersion: number;
}

export async function findSubscriptions(tx: Queries, id?: string): Promise<StoredSubscription[]> {
  const rows = await tx.query<Row>(
    `select ${columns} from webhook_subscriptions s
       left join webhook_deliveries d on d.subscription_id = s.id
      where $1::uuid is null or s.id = $1 group by s.id order by s.created_at desc, s.id desc`,
    [id ?? null],
  );
  return rows.map(({ created, secretVersion, ...row }) => ({
    view: { ...row, createdAt: new Date(created).toISOString() },
    secretVersion,
  }));
}

const beginWithTheFirst = (tx: Tx) =>
  beginFeed(tx, 'webhook_feed', 'exists (select 1 from webhook_subscriptions where active)');

/** @param heardFrom the application's clock: what signals recorded before is no news */
export async function insertSubscription(
  tx: Tx,
  { url, types, description }: SubscriptionBody,
  by: string,
  heardFrom: number,
): Promise<string> {
  const now = Date.now();
  const id = newId(now);
  await beginWithTheFirst(tx);
  await tx.query(
    `insert into webhook_subscriptions (id, url, types, description, created_by, created_at, heard_from)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, url, [...new Set(types)], description ?? null, by, now, heardFrom],
  );
  return id;
}

/** Stops a subscription, or lets it go on with what happens from now on. */
export async function switchSubscription(
  tx: Tx,
  id: string,
  active: boolean,
  heardFrom: number,
): Promise<void> {
  if (active) await beginWithTheFirst(tx);
  await tx.query(
    `update webhook_subscriptions set active = $2,
            heard_from = case when $2 and not active then $3 else heard_from end where id = $1`,
    [id, active, heardFrom],
  );
}

/** What was sent or is to be sent to one subscription, the newest event first. */
export async function listDeliveries(
  tx: Queries,
  subscriptionId: string,
  { state, cursor, limit }: DeliveryListQuery,
): Promise<{ items: DeliveryView[]; next: string | null }> {
  const rows = await tx.query<
    Omit<DeliveryView, 'nextAt' | 'createdAt' | 'deliveredAt'> & {
      due: number | null;
      created: number;
      arrived: number | null;
    }
  >(
    `select event_id as "eventId", type, case_id as "caseId", state, attempts, outcome,
            case when state = 'waiting' then next_at::float8 end as due, created_at::float8 as created,
            delivered_at::float8 as arrived
       from webhook_deliveries
      where subscription_id = $1 and ($2::text is null or state = $2) and ($3::uuid is null or event_id < $3)
      order by event_id desc limit $4`,
    [subscriptionId, state ?? null, cursor ?? null, limit + 1],
  );
  const iso = (instant: number | null) =>
    instant === null ? null : new Date(instant).toISOString();
  const page = rows.slice(0, limit);
  return {
    items: page.map(({ due, created, arrived, ...row }) => ({
      ...row,
      nextAt: iso(due),
      createdAt: iso(created)!,
      deliveredAt: iso(arrived),
    })),
    next: rows.length > limit ? page.at(-1)!.eventId : null,
  };
}

/** Parked deliveries wait again, as if they had never been tried. */
export async function redriveDeliveries(
  tx: Queries,
  subscriptionId: string,
  eventIds: readonly string[] | undefined,
  now: number,
): Promise<number> {
  const rows = await tx.query(
    `update webhook_deliveries set state = 'waiting', attempts = 0, next_at = $2
      where subscription_id = $1 and state = 'parked' and ($3::uuid[] is null or event_id = any($3::uuid[]))
      returning event_id`,
    [subscriptionId, now, eventIds ?? null],
  );
  return rows.length;
}
