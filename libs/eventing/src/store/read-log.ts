import type { Queries } from '#platform';
import type { LogCursor, LogEvent } from './stored-event.js';

export const startOfLog: LogCursor = { epoch: 0, tx: '0', position: '0' };

/** Negative when `a` comes before `b` in the log. */
export function compareCursors(a: LogCursor, b: LogCursor): number {
  if (a.epoch !== b.epoch) return a.epoch - b.epoch;
  if (a.tx !== b.tx) return BigInt(a.tx) < BigInt(b.tx) ? -1 : 1;
  if (a.position === b.position) return 0;
  return BigInt(a.position) < BigInt(b.position) ? -1 : 1;
}

/** A part of a log as one reader sees it. */
export interface LogChunk {
  events: LogEvent[];
  /** There was no more to read: what was left out counts as read. */
  isTail: boolean;
}

type LogRow = Omit<LogEvent, 'cursor' | 'headers'> & {
  read: number;
  epoch: number;
  tx: string;
  position: string;
  headers: string;
};

export interface ReadLogOptions {
  /** Where the log is: the schema of the service that writes it. */
  schema: string;
  after?: LogCursor;
  limit: number;
  /**
   * Events of these types are left out, but for the last one that was read, which comes without its body:
   * its cursor says how far the reader has come.
   */
  skippedTypes?: readonly string[];
}

/**
 * The next events of a log, in order, none of them ahead of one still to be committed: a position is
 * allocated before its commit, so only rows below the oldest transaction that may still append are final
 * (`readable-log.ts`). Transaction ids of an earlier epoch come from another cluster and mean nothing in this
 * one; all of them are final.
 */
export async function readLog(tx: Queries, options: ReadLogOptions): Promise<LogEvent[]> {
  return (await readChunk(tx, options)).events;
}

/** As `readLog`, and whether that was all. */
export async function readChunk(tx: Queries, options: ReadLogOptions): Promise<LogChunk> {
  const { schema, after = startOfLog, limit, skippedTypes = [] } = options;
  const rows = await tx.query<LogRow>(
    `select epoch, tx::text as tx, position::text as position, partition, stream, sequence, id, source, type, topic,
            key, headers, hash, occurred_at::float8 as "occurredAt", recorded_at::float8 as "recordedAt",
            case when type = any($5::text[]) then '' else data end as body, read::int as read
       from (select *, lead(position) over (order by epoch, tx, position) is null as is_last, count(*) over () as read
               from ${schema}.events_after($1::int, $2::text::xid8, $3::text::bigint, $4::int)) chunk
      where is_last or type <> all($5::text[])
      order by chunk.epoch, chunk.tx, chunk.position`,
    [after.epoch, after.tx, after.position, limit, skippedTypes],
  );
  const events = rows.map(({ epoch, tx: xid, position, headers, read: _, ...row }) => ({
    ...row,
    headers: JSON.parse(headers) as Record<string, string>,
    cursor: { epoch, tx: xid, position },
  }));
  return { events, isTail: (rows[0]?.read ?? 0) < limit };
}
