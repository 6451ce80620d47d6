import 'reflect-metadata';
import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import type { Logger } from '../create-logger.js';
import type { Database, Migration, Tx } from './database.js';
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
    },
  });
  await source.initialize();
  const database = new PooledDatabase(options.schema, source);
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

class PooledDatabase implements Database {
  constructor(
    readonly schema: string,
    private readonly source: DataSource,
  ) {}

  async withClient<T>(work: (client: ClientBase) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      return await work((await runner.connect()) as ClientBase);
    } finally {
      await runner.release();
    }
  }

  query<T>(sql: string, values?: unknown[]): Promise<T[]> {
    return this.withClient((client) => rowsOf<T>(client, sql, values));
  }

  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.withClient(async (client) => {
      const tasks: (() => void)[] = [];
      await client.query('begin');
      try {
        const result = await work({
          query: (sql, values) => rowsOf(client, sql, values),
          afterCommit: (task) => tasks.push(task),
        });
        const { command } = await client.query('commit');
        // After a failed statement that `work` swallowed, COMMIT answers ROLLBACK without an error.
        if (command !== 'COMMIT') throw new Error('The transaction had failed and was rolled back');
        for (const task of tasks) task();
        return result;
      } catch (error) {
        // The first error is the cause; a connection that broke has rolled back by itself.
        await client.query('rollback').catch(() => undefined);
        throw error;
      }
    });
  }

  afterCommit(task: () => void): void {
    task();
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

async function rowsOf<T>(client: ClientBase, sql: string, values?: unknown[]): Promise<T[]> {
  const name = values && nameOf(sql);
  const result = await client.query(name ? { name, text: sql, values } : { text: sql, values });
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
