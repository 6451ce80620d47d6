import type { ClientBase } from 'pg';

export type Row = Record<string, unknown>;

/** What statements go to. int8 comes back as a number, numeric and xid8 as text. */
export interface Queries {
  query<T = Row>(sql: string, values?: unknown[]): Promise<T[]>;
}

/**
 * One connection inside BEGIN .. COMMIT. Statements leave at once and are answered in their order, so those
 * that do not need each other's answers need not wait for them: that spares a round trip each.
 */
export interface Tx extends Queries {
  /**
   * Statements, all of them sent by now, whose answers the work does not need. The commit follows them
   * without waiting; when one fails, the transaction is rolled back and rejects with the first failure.
   */
  settle(statements: Promise<unknown>): void;
  /** Runs once the transaction has committed, never after a roll-back. */
  afterCommit(task: () => void): void;
  /** The statements that it began with, before anything else; see `Migration.opens`. */
  readonly opening: readonly string[];
}

/** Forward-only; run once per schema in the order of the names. */
export interface Migration {
  name: string;
  sql: string;
  /** From this migration on, every transaction of the schema's own pool begins with this statement. */
  opens?: string;
}

/** A service's database: one pool whose search_path is the service's schema. */
export interface Database extends Queries {
  readonly schema: string;
  /**
   * Commits what `work` did, or rolls all of it back when it throws. READ COMMITTED. The server ends
   * a transaction that takes more than 5 s: it rejects with the code that the server gave (`25P04`, `25P03`), and
   * with `08006` or what a socket says where the connection was lost otherwise.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One raw client of the pool, for COPY and session locks. It starts outside a transaction. */
  withClient<T>(work: (client: ClientBase) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
