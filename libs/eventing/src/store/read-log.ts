import type { Tx } from '#platform';
import type { LogPosition, LogRecord } from './stored-event.js';

/**
 * The next records of a log, in order, none of them ahead of one still to be committed: a position is
 * allocated before its commit, so only rows below the snapshot's xmin are final.
 *
 * Records of other topics come without data: the reader's place moves past them at no cost.
 */
export async function readLog(
  tx: Tx,
  schema: string,
  after: LogPosition | undefined,
  limit: number,
  topics?: readonly string[],
): Promise<LogRecord[]> {
  const from = after ?? { epoch: 0, tx: '0', position: '0' };
  return tx.query<LogRecord>(
    `select epoch, tx::text as tx, position::text as position, partition, stream, sequence, id, source, type, topic, key,
            headers as "headersText", hash, occurred_at::float8 as "occurredAt", recorded_at::float8 as "recordedAt",
            case when $5::text[] is null or topic = any($5) then data else '' end as "dataText"
       from ${schema}.events
      where (epoch, tx, position) > ($1::int, $2::text::xid8, $3::text::bigint)
        and (epoch < ${schema}.current_epoch() or tx < pg_snapshot_xmin(pg_current_snapshot()))
      order by epoch, tx, position
      limit $4`,
    [from.epoch, from.tx, from.position, limit, topics ?? null],
  );
}
