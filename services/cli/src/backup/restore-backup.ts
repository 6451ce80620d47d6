import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { CopyStreamQuery } from 'pg-copy-streams';
import { FileAnchorage } from '#eventing';
import { createLogger, openDatabase } from '#platform';
import type { PlatformConfig } from '#platform';
import { CommandFailure } from '../command-failure.js';
import { services } from '../services.js';
import { backupTable, readBackupFile } from './backup-file.js';
import type { BackupHeader, BackupTable } from './backup-file.js';
import { checkBackupFile, checkKeys } from './read-backup.js';
import { placeRelays } from './place-relays.js';
import { describeContent, listTables, migrationsOf, nameOf, schemas } from './stored-tables.js';
import { prepareTopics } from './target-topics.js';
import { withConnection } from './with-connection.js';

export interface RestoreOptions {
  recreateTopics: boolean;
  publishHistory: boolean;
  onProgress(done: number, total: number): void;
}

export interface RestoreResult {
  createdAt: string;
  tables: number;
  rows: number;
  /** The epoch of what is written from now on, by log. */
  epochs: Record<string, number>;
}

/**
 * Fills an empty database. The whole file is checked before anything is written, and the rows are written
 * in one transaction. Transaction ids of the old cluster mean nothing in this one, so each log starts a new
 * epoch, in front of which every restored event is final.
 */
export async function restoreBackup(
  config: PlatformConfig,
  file: string,
  options: RestoreOptions,
): Promise<RestoreResult> {
  const { size } = await stat(file);
  const total = size * 2;
  const header = await checkBackupFile(file, (bytes) => options.onProgress(bytes, total));
  checkKeys(file, header, config);
  return withConnection(config, async (client, url) => {
    await refuseContent(client);
    if (config.kafkaBrokers.length > 0) {
      await prepareTopics(config.kafkaBrokers, options.recreateTopics);
    }
    const before = await presentSchemas(client);
    try {
      await makeTables(url, header);
      return await fill(client, config, file, header, {
        ...options,
        onRead: (bytes) => options.onProgress(size + bytes, total),
      });
    } catch (error) {
      await client.query('rollback');
      const made = (await presentSchemas(client)).filter((schema) => !before.includes(schema));
      for (const schema of made) await client.query(`drop schema "${schema}" cascade`);
      throw error;
    }
  });
}

async function refuseContent(client: ClientBase): Promise<void> {
  const found = await describeContent(client);
  if (found.length === 0) return;
  const more = found.length > 5 ? ` and ${found.length - 5} more tables` : '';
  throw new CommandFailure(
    `the target is not empty: it holds ${found.slice(0, 5).join(', ')}${more}; restore into an empty database`,
  );
}

async function presentSchemas(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname = any($1)`,
    [schemas],
  );
  return rows.map(({ name }) => name);
}

/** As they were when the backup was made; what came after runs at the services' next start. */
async function makeTables(url: string, header: BackupHeader): Promise<void> {
  const logger = createLogger('restore', { level: 'warn' });
  for (const [schema, applied] of Object.entries(header.migrations)) {
    const names = new Set(applied.map(({ name }) => name));
    const database = await openDatabase({
      url,
      schema,
      migrations: migrationsOf(schema).filter(({ name }) => names.has(name)),
      poolSize: 1,
      applicationName: 'clearline-restore',
      logger,
    });
    await database.close();
  }
}

async function fill(
  client: ClientBase,
  config: PlatformConfig,
  file: string,
  header: BackupHeader,
  options: RestoreOptions & { onRead(bytes: number): void },
): Promise<RestoreResult> {
  await client.query('begin');
  // A service that starts now waits for this lock before it touches its schema.
  await client.query(`select pg_advisory_xact_lock(hashtextextended('clearline-migrations', 0))`);
  await refuseContent(client);
  const count = await copyTables(client, file, options.onRead);
  const epochs = await startEpochs(client);
  await placeRelays(client, {
    isOnKafka: config.engine === 'distributed',
    publishHistory: options.publishHistory,
  });
  await client.query('commit');
  await anchorSeals(client, config.dataDir);
  // Without statistics the first queries over full tables choose plans that take minutes.
  for (const table of await listTables(client)) await client.query(`analyze ${nameOf(table)}`);
  return { createdAt: header.createdAt, ...count, epochs };
}

async function copyTables(
  client: ClientBase,
  file: string,
  onRead: (bytes: number) => void,
): Promise<{ tables: number; rows: number }> {
  let open: { table: BackupTable; copy: CopyStreamQuery } | undefined;
  const count = { tables: 0, rows: 0 };
  for await (const { kind, content } of readBackupFile(file, onRead)) {
    if (kind === 'table') {
      const table = backupTable.parse(JSON.parse(content.toString()));
      // Migrations lay down a first epoch; the backup brings its own.
      await client.query(`delete from ${nameOf(table)}`);
      const names = table.columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ');
      const copy = client.query(copyFrom(`copy ${nameOf(table)} (${names}) from stdin`));
      open = { table, copy };
    } else if (kind === 'rows' && open) {
      if (!open.copy.write(content)) await once(open.copy, 'drain');
    } else if (kind === 'end' && open) {
      open.copy.end();
      await finished(open.copy);
      count.tables += 1;
      count.rows += open.copy.rowCount;
      for (const [column, last] of Object.entries(open.table.sequences)) {
        await client.query(`select setval(pg_get_serial_sequence($1, $2), $3::text::bigint)`, [
          nameOf(open.table),
          column,
          last,
        ]);
      }
      open = undefined;
    }
  }
  return count;
}

async function startEpochs(client: ClientBase): Promise<Record<string, number>> {
  const epochs: Record<string, number> = {};
  for (const { name } of services.filter(({ writesEvents }) => writesEvents)) {
    const { rows } = await client.query<{ epoch: number }>(
      `insert into "${name}".epochs (epoch) select coalesce(max(epoch), 0) + 1 from "${name}".epochs returning epoch`,
    );
    epochs[name] = rows[0]!.epoch;
  }
  return epochs;
}

/** The copies of the last seals outside the database; the next seals continue these. */
async function anchorSeals(client: ClientBase, dataDir: string): Promise<void> {
  const anchorage = new FileAnchorage(dataDir);
  for (const { name } of services.filter(({ writesEvents }) => writesEvents)) {
    const { rows } = await client.query<{ number: number; hash: string }>(
      `select number::int as number, hash from "${name}".seals order by seals.number desc limit 1`,
    );
    if (rows[0]) await anchorage.write(name, rows[0]);
  }
}
