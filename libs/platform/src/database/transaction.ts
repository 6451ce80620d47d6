import type { Writable } from 'node:stream';
import type { ClientBase, QueryConfig, QueryResult } from 'pg';
import type { Tx } from './database.js';
import { codeLostConnection, isOverlong } from './lost-connection.js';

/** What a statement gets once one before it has failed. */
const inFailedTransaction = '25P02';
const isConsequence = (error: unknown) =>
  (error as { code?: unknown } | undefined)?.code === inFailedTransaction;

/**
 * BEGIN .. COMMIT on one connection, with statements sent as they come: none waits for the answer to the
 * one before it unless the work does.
 */
export class Transaction implements Tx {
  readonly #settling: Promise<unknown>[] = [];
  readonly #tasks: (() => void)[] = [];
  #isOver = false;
  #firstFailure: unknown;
  /** Said once, to the statement that runs or to none: what is asked afterwards hears of a lost connection only. */
  #overlong?: Error;

  constructor(
    private readonly client: ClientBase,
    readonly opening: readonly string[] = [],
  ) {}

  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const hear = (error: unknown) => this.hear(error);
    this.client.on('error', hear);
    try {
      this.settle(send(this.client, { text: ['begin', ...this.opening].join('; ') }));
      const result = await work(this);
      this.#isOver = true;
      const ended = send(this.client, { text: 'commit' });
      this.settle(ended);
      await Promise.all(this.#settling);
      // After a failed statement that `work` swallowed, COMMIT answers ROLLBACK without an error.
      if ((await ended).command !== 'COMMIT') {
        throw new Error('The transaction had failed and was rolled back');
      }
      for (const task of this.#tasks) task();
      return result;
    } catch (error) {
      this.#isOver = true;
      // A connection that broke has rolled back by itself.
      await this.client.query('rollback').catch(() => undefined);
      throw await this.causeOf(error);
    } finally {
      this.client.off('error', hear);
    }
  }

  async query<T>(sql: string, values?: unknown[]): Promise<T[]> {
    // Work left behind by a failure beside it would run outside of any transaction.
    if (this.#isOver) throw new Error('The transaction has ended');
    try {
      return await rowsOf<T>(this.client, sql, values);
    } catch (error) {
      const told = this.hear(error);
      this.#firstFailure ??= told;
      throw told;
    }
  }

  settle(statements: Promise<unknown>): void {
    statements.catch(() => undefined);
    this.#settling.push(statements);
  }

  afterCommit(task: () => void): void {
    this.#tasks.push(task);
  }

  /** The first failure explains the ones behind it; as `settle` was given it, it may say more than SQL does. */
  private async causeOf(error: unknown): Promise<unknown> {
    const outcomes = await Promise.allSettled(this.#settling);
    if (!isConsequence(error)) return this.hear(error);
    const reasons = outcomes.flatMap((outcome): unknown[] =>
      outcome.status === 'rejected' ? [outcome.reason] : [],
    );
    return reasons.find((reason) => !isConsequence(reason)) ?? this.#firstFailure ?? error;
  }

  /** The failure by its code, which a lost connection has from what ended it where that was the transaction itself. */
  private hear(error: unknown): unknown {
    if (isOverlong(error)) this.#overlong ??= error;
    return codeLostConnection(error, this.#overlong);
  }
}

/** What is sent in one turn of the event loop leaves in one system call, which also wakes the server once. */
function send(client: ClientBase, statement: QueryConfig): Promise<QueryResult> {
  const { stream } = (client as ClientBase & { readonly connection: { stream: Writable } })
    .connection;
  if (stream.writableCorked === 0) {
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
  return client.query(statement);
}

export async function rowsOf<T>(client: ClientBase, sql: string, values?: unknown[]): Promise<T[]> {
  const name = values && nameOf(sql);
  const result = await send(client, name ? { name, text: sql, values } : { text: sql, values });
  return result.rows as T[];
}

/** More texts than this come from a statement that is put together anew each time. */
const maximumNames = 500;
const names = new Map<string, string>();

/** Names make the server keep the plan of a statement on each connection, which spares it the parsing. */
function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= maximumNames) return known;
  const name = `s${names.size}`;
  names.set(sql, name);
  return name;
}
