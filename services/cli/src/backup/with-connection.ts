import pg from 'pg';
import { createLogger, findEmbeddedPostgres, startEmbeddedPostgres } from '#platform';
import type { PlatformConfig } from '#platform';

/**
 * One connection without the services' time limits, to DATABASE_URL or to the embedded server: a running
 * one stays as it is, one at rest runs only as long as `work`.
 */
export async function withConnection<T>(
  config: PlatformConfig,
  work: (client: pg.Client, url: string) => Promise<T>,
): Promise<T> {
  if (config.databaseUrl) return connected(config.databaseUrl, work);
  const { dataDir } = config;
  const found = await findEmbeddedPostgres(dataDir);
  if (found?.running) return connected(found.url, work);
  const log = createLogger('postgres', { level: 'warn' });
  const server = await startEmbeddedPostgres({ dataDir, log });
  try {
    return await connected(server.url, work);
  } finally {
    await server.stop();
  }
}

async function connected<T>(
  url: string,
  work: (client: pg.Client, url: string) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'clearline-backup',
    options: '-c timezone=UTC -c statement_timeout=0 -c transaction_timeout=0',
  });
  // A connection that breaks rejects the query that runs; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client, url);
  } finally {
    await client.end().catch(() => undefined);
  }
}
