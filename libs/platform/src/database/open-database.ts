import 'reflect-metadata';
import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import type { Logger } from '../create-logger.js';
import type { Database, Migration, Tx } from './database.js';
import { codeLostConnection } from './lost-connection.js';
import { rowsOf, Transaction } from './transaction.js';
import { quoteIdentifier, runMigrations } from './run-migrations.js';

export interface DatabaseOptions {
  url: string;
  schema: string;
  migrations: Migration[];
  /** Default 5: the share of one service in the cluster's connections. */
  poolSize?: number;
  applicationName: string;
  logger?: Logger;
}

/**
 * Opens a service's pool (a TypeORM DataSource) and brings its schema up to date. Rejects when the
 * database is not reachable; later losses reject single queries and heal by themselves.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { DataSource } = await import('typeorm');
  const source = new DataSource({
    type: 'postgres',
    url: options.url,
    applicationName: options.applicationName,
    poolSize: options.poolSize ?? 5,
    connectTimeoutMS: 10_000,
    parseInt8: true,
    synchronize: false,
    logging: false,
    installExtensions: false,
    poolErrorHandler: (error: Error) =>
      options.logger?.warn({ reason: error.message, schema: options.schema }, 'connection lost'),
    extra: {
      options: [
        `-c search_path=${quoteIdentifier(options.schema)},public`,
        // A client that hangs inside a transaction would hold back xmin and so every log's readers.
        '-c idle_in_transaction_session_timeout=5s',
        '-c transaction_timeout=5s',
        '-c timezone=UTC',
        '-c jit=off',
      ].join(' '),
      keepAlive: true,
      pipeline: true,
      onConnect: hearErrors,
    },
  });
  await source.initialize();
  const opening = options.migrations.flatMap(({ opens }) => opens ?? []);
  const database = new PooledDatabase(options.schema, source, opening);
  try {
    await database.withClient((client) =>
      runMigrations(client, options.schema, options.migrations),
    );
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/**
 * The pool and TypeORM hear a connection's errors in turns. What arrives between two turns, such as the end
 * of a connection in one packet with the answer to its start, would end the process.
 */
function hearErrors(client: ClientBase): void {
  client.on('error', () => undefined);
}

class PooledDatabase implements Database {
  constructor(
    readonly schema: string,
    private readonly source: DataSource,
    private readonly opening: readonly string[],
  ) {}

  async withClient<T>(work: (client: ClientBase) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      return await work((await runner.connect()) as ClientBase);
    } catch (error) {
      throw codeLostConnection(error);
    } finally {
      await runner.release();
    }
  }

  query<T>(sql: string, values?: unknown[]): Promise<T[]> {
    return this.withClient((client) => rowsOf<T>(client, sql, values));
  }

  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.withClient((client) => new Transaction(client, this.opening).run(work));
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}
