import type { ClientBase } from 'pg';

export type Row = Record<string, unknown>;

/** One connection inside BEGIN .. COMMIT. int8 comes back as a number, numeric and xid8 as text. */
export interface Tx {
  query<T = Row>(sql: string, values?: unknown[]): Promise<T[]>;
  /** Runs once the transaction has committed, never after a roll-back; outside one it runs at once. */
  afterCommit(task: () => void): void;
}

/** Forward-only; run once per schema in the order of the names. */
export interface Migration {
  name: string;
  sql: string;
}

/** A service's database: one pool whose search_path is the service's schema. */
export interface Database extends Tx {
  readonly schema: string;
  /**
   * Commits what `work` did, or rolls all of it back when it throws. READ COMMITTED. The server ends
   * a transaction that takes more than 5 s.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One raw client of the pool, for COPY and session locks. It starts outside a transaction. */
  withClient<T>(work: (client: ClientBase) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
