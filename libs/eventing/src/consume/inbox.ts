import type { Tx } from '#platform';
import type { Arrival } from './arrival.js';

export type InboxOutcome = 'handled' | 'parked' | 'dead' | 'discarded';

const keyOf = (row: { handler: string; source: string; id: string }) =>
  `${row.handler}\n${row.source}\n${row.id}`;
const keyOfArrival = ({ handler, raw }: Arrival) =>
  keyOf({ handler, source: raw.source, id: raw.id });

/**
 * Records arrivals and tells which of them are here for the first time. A conflict waits for the other
 * transaction to end, so of two deliveries at once exactly one is first.
 */
export async function recordArrivals(
  tx: Tx,
  arrivals: readonly { arrival: Arrival; outcome: InboxOutcome }[],
  now: number,
): Promise<{ fresh: Set<Arrival>; conflicting: Arrival[] }> {
  const rows = arrivals.map(({ arrival: { handler, raw, bodyHash }, outcome }) => ({
    handler,
    source: raw.source,
    id: raw.id,
    body_hash: bodyHash,
    outcome,
  }));
  const inserted = await tx.query<{ handler: string; source: string; id: string }>(
    `insert into inbox (handler, source, id, body_hash, outcome, arrived_at)
     select r.handler, r.source, r.id, r.body_hash, r.outcome, $2
       from json_to_recordset($1::json) as r(handler text, source text, id text, body_hash text, outcome text)
     order by r.handler, r.source, r.id
     on conflict do nothing returning handler, source, id`,
    [JSON.stringify(rows), now],
  );
  const firsts = new Set(inserted.map(keyOf));
  const fresh = new Set<Arrival>();
  const again: Arrival[] = [];
  for (const { arrival } of arrivals) {
    if (firsts.delete(keyOfArrival(arrival))) fresh.add(arrival);
    else again.push(arrival);
  }
  return { fresh, conflicting: again.length === 0 ? [] : await findConflicting(tx, again) };
}

/** The deliveries whose source and id were recorded with another body. */
async function findConflicting(tx: Tx, again: readonly Arrival[]): Promise<Arrival[]> {
  const rows = again.map((arrival, index) => ({
    index,
    handler: arrival.handler,
    source: arrival.raw.source,
    id: arrival.raw.id,
    body_hash: arrival.bodyHash,
  }));
  const found = await tx.query<{ index: number }>(
    `select r.index from json_to_recordset($1::json)
              as r(index int, handler text, source text, id text, body_hash text)
       join inbox i using (handler, source, id)
      where i.body_hash <> r.body_hash
        and not exists (select 1 from dead_letters d
                         where d.source = r.source and d.event_id = r.id and d.reason = 'conflicting-duplicate')`,
    [JSON.stringify(rows)],
  );
  return found.map(({ index }) => again[index]!);
}

/** Notes that events just recorded as handled wait behind their key instead. */
export async function noteParked(tx: Tx, arrivals: readonly Arrival[]): Promise<void> {
  const rows = arrivals.map(({ handler, raw }) => ({ handler, source: raw.source, id: raw.id }));
  await tx.query(
    `update inbox i set outcome = 'parked'
       from json_to_recordset($1::json) as r(handler text, source text, id text)
      where i.handler = r.handler and i.source = r.source and i.id = r.id`,
    [JSON.stringify(rows)],
  );
}

/** Changes what became of an event recorded earlier; records it when it is not. */
export async function settleInbox(
  tx: Tx,
  arrival: Arrival,
  outcome: InboxOutcome,
  now: number,
): Promise<void> {
  await tx.query(
    `insert into inbox (handler, source, id, body_hash, outcome, arrived_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (handler, source, id) do update set outcome = excluded.outcome`,
    [arrival.handler, arrival.raw.source, arrival.raw.id, arrival.bodyHash, outcome, now],
  );
}
