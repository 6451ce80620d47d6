import type { Queries, Tx } from '#platform';
import { LeaseLost } from '../errors.js';
import { partitionCount } from '../store/partition-of.js';
import { compareCursors } from '../store/read-log.js';
import type { LogCursor } from '../store/stored-event.js';

interface CheckpointRow {
  partition: number;
  epoch: number;
  tx: string;
  position: string;
}

const columns = `partition, epoch, tx::text as tx, position::text as position`;

/** A consumer's place in each partition of one log, by partition; made at the start of the log when new. */
export async function loadCheckpoints(tx: Queries, log: string): Promise<LogCursor[]> {
  await tx.query(
    `insert into checkpoints (log, partition, epoch, tx, position)
     select $1, p, 0, '0', 0 from generate_series(0, $2::int - 1) p on conflict do nothing`,
    [log, partitionCount],
  );
  const rows = await tx.query<CheckpointRow>(
    `select ${columns} from checkpoints where log = $1 order by partition`,
    [log],
  );
  return rows.map(({ epoch, tx: xid, position }) => ({ epoch, tx: xid, position }));
}

/**
 * Locks the places of a lane until the transaction ends.
 * @throws LeaseLost when another process has moved past `first`, or this one without knowing it (a commit
 * whose answer was lost)
 */
export async function lockCheckpoints(
  tx: Tx,
  log: string,
  partitions: readonly number[],
  first: { partition: number; cursor: LogCursor },
): Promise<void> {
  const rows = await tx.query<CheckpointRow>(
    `select ${columns} from checkpoints where log = $1 and partition = any($2) order by partition for update`,
    [log, partitions],
  );
  const own = rows.find(({ partition }) => partition === first.partition);
  if (!own || compareCursors(own, first.cursor) >= 0) {
    throw new LeaseLost(`the checkpoint of ${log} has moved`);
  }
}

/** Moves places forward, never back. */
export async function advanceCheckpoints(
  tx: Tx,
  log: string,
  partitions: readonly number[],
  to: LogCursor,
): Promise<void> {
  await tx.query(
    `update checkpoints set epoch = $3, tx = $4::text::xid8, position = $5::text::bigint
      where log = $1 and partition = any($2)
        and (epoch, tx, position) < ($3::int, $4::text::xid8, $5::text::bigint)`,
    [log, partitions, to.epoch, to.tx, to.position],
  );
}
