import type { Database, Tx } from '#platform';

/** Reads all of one snapshot: what happens meanwhile is in none of it. */
export function readSnapshot<T>(database: Database, read: (tx: Tx) => Promise<T>): Promise<T> {
  return database.transaction(async (tx) => {
    // Before the first statement that reads: the snapshot is taken there.
    tx.settle(tx.query('set transaction isolation level repeatable read, read only'));
    // Each question has the time that a whole transaction has elsewhere: they only read.
    tx.settle(tx.query('set local transaction_timeout = 0'));
    tx.settle(tx.query(`set local statement_timeout = '5s'`));
    return read(tx);
  });
}
