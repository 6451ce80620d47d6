import type { Tx } from '#platform';
import type { RawEvent } from '../store/stored-event.js';

export interface SetAside {
  raw: RawEvent;
  reason: string;
  detail: string;
}

/** Attempts of a parked event before it waits for a person. */
export const parkedAttempts = 8;

/** 250 ms after the first failure, doubling to 5 minutes; undefined once the attempts are used up. */
export function nextAttemptAfter(attempts: number, now: number): number | undefined {
  if (attempts >= parkedAttempts) return undefined;
  return now + Math.min(300_000, 250 * 2 ** (attempts - 1));
}

/** An event that came ahead of its case may have to wait long: 1 s doubling to a minute, for a day. */
export function nextLookForCase(attempts: number, now: number): number | undefined {
  if (attempts > 1_440) return undefined;
  return now + Math.min(60_000, 1_000 * 2 ** Math.min(attempts - 1, 10));
}

const columns = ({ raw, reason, detail }: SetAside) => ({
  topic: raw.topic,
  key: raw.key,
  source: raw.source,
  event_id: raw.id,
  type: raw.type,
  record: JSON.stringify(raw),
  reason,
  detail,
});

/** Parks events; those queued behind an earlier one of their key come with attempts 0 and are due at once. */
export async function parkEvents(
  tx: Tx,
  events: readonly SetAside[],
  attempts: number,
  nextAttemptAt: number | undefined,
): Promise<void> {
  if (events.length === 0) return;
  await tx.query(
    `insert into parked (topic, key, source, event_id, type, record, reason, detail, attempts, next_attempt_at, parked_at)
     select r.topic, r.key, r.source, r.event_id, r.type, r.record, r.reason, r.detail, $2, $3, $4
       from json_to_recordset($1::json)
              as r(topic text, key text, source text, event_id text, type text, record text, reason text, detail text, ord int)
      order by r.ord`,
    [
      JSON.stringify(events.map((event, ord) => ({ ...columns(event), ord }))),
      attempts,
      nextAttemptAt ?? null,
      Date.now(),
    ],
  );
}

/** Dead letters keep the original bytes and headers. */
export async function buryEvents(tx: Tx, events: readonly SetAside[]): Promise<void> {
  if (events.length === 0) return;
  await tx.query(
    `insert into dead_letters (topic, key, source, event_id, type, record, body, reason, detail, failed_at)
     select r.topic, r.key, r.source, r.event_id, r.type, r.record, decode(r.body, 'base64'), r.reason, r.detail, $2
       from json_to_recordset($1::json)
              as r(topic text, key text, source text, event_id text, type text, record text, body text, reason text, detail text)`,
    [
      JSON.stringify(
        events.map((event) => ({
          ...columns(event),
          body: Buffer.from(event.raw.body, event.raw.bodyEncoding ?? 'utf8').toString('base64'),
        })),
      ),
      Date.now(),
    ],
  );
}
