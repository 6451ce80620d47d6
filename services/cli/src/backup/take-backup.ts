import { stat } from 'node:fs/promises';
import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { PlatformConfig } from '#platform';
import { CommandFailure } from '../command-failure.js';
import { formatVersion, writeBackupFile } from './backup-file.js';
import type { BackupHeader, BackupPart, BackupTable } from './backup-file.js';
import { keyChecks } from './key-checks.js';
import { listTables, nameOf, schemas } from './stored-tables.js';
import type { StoredTable } from './stored-tables.js';
import { withConnection } from './with-connection.js';

export interface BackupResult {
  file: string;
  bytes: number;
  tables: number;
  rows: number;
  /** SHA-256 of the content, which the file carries too. */
  checksum: string;
}

/**
 * One consistent picture of the database while everything runs: a single read-only transaction, which has
 * no transaction id and so holds back no reader of the logs. The keys outside the database stay outside.
 */
export async function takeBackup(
  config: PlatformConfig,
  file: string,
  onProgress: (done: number, total: number) => void,
): Promise<BackupResult> {
  return withConnection(config, async (client) => {
    await client.query('begin transaction isolation level repeatable read read only');
    const header = await describeDatabase(client, config);
    const tables = await listTables(client);
    const total = tables.reduce((sum, { bytes }) => sum + bytes, 0);
    const count = { rows: 0, bytes: 0 };
    const { checksum } = await writeBackupFile(
      file,
      readEverything(client, header, tables, count, () =>
        onProgress(Math.min(count.bytes, total), total),
      ),
    );
    await client.query('commit');
    onProgress(total, total);
    const { size } = await stat(file);
    return { file, bytes: size, tables: tables.length, rows: count.rows, checksum };
  });
}

async function describeDatabase(client: ClientBase, config: PlatformConfig): Promise<BackupHeader> {
  const present = await client.query<{ schema: string }>(
    `select table_schema as schema from information_schema.tables where table_name = 'migrations' and table_schema = any($1)`,
    [schemas],
  );
  if (present.rows.length === 0) {
    throw new CommandFailure('nothing to back up: no Clearline has run on this database');
  }
  const migrations: BackupHeader['migrations'] = {};
  for (const { schema } of present.rows) {
    const { rows } = await client.query<{ name: string; checksum: string }>(
      `select name, checksum from "${schema}".migrations order by name`,
    );
    migrations[schema] = rows;
  }
  return {
    product: 'clearline',
    format: formatVersion,
    createdAt: new Date().toISOString(),
    migrations,
    ...keyChecks(config),
  };
}

async function* readEverything(
  client: ClientBase,
  header: BackupHeader,
  tables: readonly StoredTable[],
  count: { rows: number; bytes: number },
  onProgress: () => void,
): AsyncGenerator<BackupPart> {
  const part = (kind: BackupPart['kind'], content: object): BackupPart => ({
    kind,
    content: Buffer.from(JSON.stringify(content)),
  });
  yield part('header', header);
  for (const { schema, table, columns, numbered } of tables) {
    const sequences: Record<string, string> = {};
    for (const column of numbered) {
      // Not part of the snapshot: at least the highest number of any row in it.
      const { rows } = await client.query<{ last: string | null }>(
        `select pg_sequence_last_value(pg_get_serial_sequence($1, $2))::text as last`,
        [nameOf({ schema, table }), column],
      );
      const last = rows[0]?.last;
      if (last) sequences[column] = last;
    }
    const described: BackupTable = { schema, table, columns, sequences };
    yield part('table', described);
    const names = columns.map((column) => `"${column}"`).join(', ');
    const rows = client.query(copyTo(`copy ${nameOf({ schema, table })} (${names}) to stdout`));
    for await (const content of rows as AsyncIterable<Buffer>) {
      count.bytes += content.length;
      onProgress();
      yield { kind: 'rows', content };
    }
    count.rows += rows.rowCount;
    yield part('end', { rows: rows.rowCount });
  }
}
