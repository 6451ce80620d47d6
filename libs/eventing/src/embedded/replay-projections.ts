import type { Clock, Database, Tx } from '#platform';
import { decodeArrival } from '../consume/arrival.js';
import type { BatchScopeFactory, EventHandler } from '../consume/handlers.js';
import { compareCursors, readLog } from '../store/read-log.js';
import type { LogCursor, LogEvent, StoredEvent } from '../store/stored-event.js';
import { loadCheckpoints } from './checkpoints.js';
import type { LogSource } from './log-dispatcher.js';

export interface ReplayOptions {
  database: Database;
  logs: readonly LogSource[];
  handlers: ReadonlyMap<string, EventHandler>;
  clock: Clock;
  scopes?: BatchScopeFactory<unknown>;
  /** False: the consumer's places are Kafka's offsets, and the inbox alone says what was handled. */
  hasCheckpoints: boolean;
  onProgress?(handled: number): void;
}

const batchSize = 500;

/**
 * Runs the projection handlers over every event that the service has handled, in log order, up to its
 * checkpoints. What is parked, dead or discarded stays out, as it did the first time.
 */
export async function replayProjections(options: ReplayOptions): Promise<{ handled: number }> {
  const { database, logs, handlers, hasCheckpoints, onProgress } = options;
  const isReplayed = (type: string) => handlers.get(type)?.kind === 'projection';
  let handled = 0;
  for (const { schema } of logs) {
    const places = hasCheckpoints ? await loadCheckpoints(database, schema) : undefined;
    const last = places?.reduce((a, b) => (compareCursors(a, b) >= 0 ? a : b));
    for (let after: LogCursor | undefined; ;) {
      const chunk = await readLog(database, { schema, after, limit: batchSize });
      if (chunk.length === 0) break;
      after = chunk.at(-1)!.cursor;
      const seen = chunk.filter(
        ({ cursor, partition }) => !places || compareCursors(cursor, places[partition]!) <= 0,
      );
      handled += await database.transaction((tx) => replayChunk(tx, seen, isReplayed, options));
      onProgress?.(handled);
      if (last && compareCursors(after, last) >= 0) break;
    }
  }
  return { handled };
}

async function replayChunk(
  tx: Tx,
  chunk: readonly LogEvent[],
  isReplayed: (type: string) => boolean,
  { scopes, handlers, clock }: ReplayOptions,
): Promise<number> {
  const arrivals = chunk.flatMap((raw) => decodeArrival(raw, isReplayed) ?? []);
  if (arrivals.length === 0) return 0;
  const rows = arrivals.map(({ handler, raw }) => ({ handler, source: raw.source, id: raw.id }));
  const taken = await tx.query<{ id: string }>(
    `select id from inbox where outcome = 'handled' and (handler, source, id) in
       (select handler, source, id from json_to_recordset($1::json) as r(handler text, source text, id text))`,
    [JSON.stringify(rows)],
  );
  const ids = new Set(taken.map(({ id }) => id));
  const events: StoredEvent[] = arrivals.flatMap(({ event }) =>
    event && ids.has(event.id) ? [event] : [],
  );
  if (events.length === 0) return 0;
  const now = clock.now();
  const scope = await scopes?.begin(tx, events, now);
  const context = { tx, scope, now, redriven: false };
  for (const event of events) await handlers.get(event.type)?.handle(event, context);
  await scopes?.flush(scope, tx);
  return events.length;
}
