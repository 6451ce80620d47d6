import { readLog } from '#eventing';
import type { LogEvent } from '#eventing';
import type { Database, Tx } from '#platform';

const pageSize = 500;

/** Each keeps how far one reader of the service's own log has come. */
type FeedTable = 'webhook_feed' | 'alert_mail_feed';

/**
 * Hands the next events of the service's own log to `take`: how far it came and what `take` writes commit
 * together, so that nothing is left out and nothing made twice, whoever dies. Of several replicas one feeds
 * at a time.
 * @returns whether there was anything to look through
 */
export function feedFromLog(
  database: Database,
  table: FeedTable,
  take: (tx: Tx, events: readonly LogEvent[]) => Promise<void>,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const [feed] = await tx.query<{ epoch: number; tx: string; position: string }>(
      `select epoch, tx, position from ${table} for update skip locked`,
    );
    if (!feed) return false;
    const events = await readLog(tx, { schema: database.schema, after: feed, limit: pageSize });
    const last = events.at(-1)?.cursor;
    if (!last) return false;
    // Another system's past is no news.
    await take(
      tx,
      events.filter(({ headers }) => headers['origin'] !== 'import'),
    );
    await tx.query(`update ${table} set epoch = $1, tx = $2, position = $3`, [
      last.epoch,
      last.tx,
      last.position,
    ]);
    return true;
  });
}

/**
 * While nobody is told anything the log is not looked through. What begins then begins here: behind
 * everything that is committed, and with whatever is still to be.
 * @param isWanted SQL: whether somebody was told already
 */
export async function beginFeed(tx: Tx, table: FeedTable, isWanted: string): Promise<void> {
  await tx.query(
    `insert into ${table} (epoch, tx, position)
     values (current_epoch(), pg_snapshot_xmin(pg_current_snapshot())::text, '0')
     on conflict (id) do update set epoch = excluded.epoch, tx = excluded.tx, position = excluded.position
      where not (${isWanted})`,
  );
}
