import { execFile, spawn, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  closeSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { isWindows, type ServerUser } from './postgres-binaries.js';
import { makePrivateFolder, type Connection } from './cluster-files.js';

const run = promisify(execFile);
const superuser = 'postgres';
export const databaseName = 'clearline';

/** The programs and who runs them. */
export interface Programs {
  binaries: string;
  user: ServerUser | undefined;
}

/** Small for a laptop; what protects commits (fsync, synchronous_commit, full_page_writes) stays on. */
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_permissions=0700',
  'max_connections=60',
  'shared_buffers=128MB',
  'fsync=on',
  'synchronous_commit=on',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_logical_replication_workers=0',
  'max_wal_size=512MB',
  'work_mem=8MB',
  'maintenance_work_mem=64MB',
  'max_worker_processes=2',
  'max_parallel_workers=0',
  'max_parallel_workers_per_gather=0',
  'autovacuum_max_workers=2',
  // Worker processes for reads cost memory that a cached laptop database does not repay.
  'io_method=sync',
  'jit=off',
  'log_checkpoints=off',
  'logging_collector=off',
];

const program = ({ binaries }: Programs, name: string) =>
  join(binaries, 'bin', isWindows ? `${name}.exe` : name);

/** Makes the cluster in a side folder and renames it, so that a kill leaves none half made. */
export async function initialise(programs: Programs, connection: Connection): Promise<void> {
  const { cluster } = connection;
  const half = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  rmSync(half, { recursive: true, force: true });
  if (programs.user) chownSync(dirname(cluster), programs.user.uid, programs.user.gid);
  makePrivateFolder(half, programs.user);
  try {
    writeFileSync(passwordFile, connection.password, { mode: 0o600 });
    if (programs.user) chownSync(passwordFile, programs.user.uid, programs.user.gid);
    await run(
      program(programs, 'initdb'),
      [
        `--pgdata=${half}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // PostgreSQL's own provider: the same order on every system, whatever locales it has.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
      ],
      { ...programs.user, cwd: dirname(cluster) },
    );
    renameSync(half, cluster);
  } catch (error) {
    const output = (error as { stderr?: string }).stderr ?? '';
    throw new Error(`initdb failed in ${half}: ${output.trim() || String(error)}`, {
      cause: error,
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * Starts the server in a process group of its own (Ctrl-C reaches Clearline first, which then stops
 * it in order) and resolves once it answers. Its log is `<dataDir>/postgres.log`.
 */
export async function launch(
  programs: Programs,
  connection: Connection,
  logFile: string,
): Promise<number> {
  const log = openLog(logFile);
  const child: ChildProcess = spawn(
    program(programs, 'postgres'),
    [
      '-D',
      connection.cluster,
      '-p',
      String(connection.port),
      ...[...settings, `unix_socket_directories=${socketFolder(connection) ?? ''}`].flatMap(
        (setting) => ['-c', setting],
      ),
    ],
    {
      ...programs.user,
      cwd: dirname(connection.cluster),
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, signal) => (ended = `ended with ${signal ?? `code ${code}`}`));
  child.unref();
  await waitUntilAnswering(connection, () => ended && `PostgreSQL ${ended}; see ${logFile}`);
  return child.pid ?? 0;
}

/** A log that grew past 8 MB starts again. */
function openLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return openSync(path, size > 8 * 1024 * 1024 ? 'w' : 'a', 0o600);
}

/** Rejects with `failure()` as soon as it says one, or after 60 s (crash recovery may take a while). */
export async function waitUntilAnswering(
  connection: Connection,
  failure: () => string | undefined,
): Promise<void> {
  const giveUpAt = Date.now() + 60_000;
  for (;;) {
    const reason = await connectProblem(connection);
    if (!reason) return;
    const final = failure();
    if (final) throw new Error(final);
    if (Date.now() > giveUpAt) throw new Error(`PostgreSQL does not answer: ${reason}`);
    await delay(50);
  }
}

/** Undefined when the server answers and holds this cluster. */
export async function connectProblem(connection: Connection): Promise<string | undefined> {
  const client = new pg.Client({
    connectionString: urlOf(connection, 'postgres'),
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(
      `select current_setting('data_directory') as folder`,
    );
    return rows[0]?.folder === connection.cluster || isWindows
      ? undefined
      : `port ${connection.port} serves another cluster`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function ensureDatabase(connection: Connection): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(connection, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [
      databaseName,
    ]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}

/** Ends every session, writes a checkpoint, stops. Resolves once the process is gone. */
export async function shutDown(programs: Programs, cluster: string): Promise<void> {
  await run(program(programs, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '60'], {
    ...programs.user,
    cwd: dirname(cluster),
  });
}

/** By the server's socket file, which costs both sides less than TCP; by TCP where there is none. */
export function urlOf(connection: Connection, database = databaseName): string {
  const { password, port } = connection;
  const folder = socketFolder(connection);
  const place = folder ? `?host=${encodeURIComponent(folder)}` : '';
  return `postgresql://${superuser}:${password}@127.0.0.1:${port}/${database}${place}`;
}

/** Longer paths do not fit into the address of a socket (107 bytes on Linux, 103 on macOS). */
const longestSocketPath = 103;

function socketFolder({ cluster, port }: Connection): string | undefined {
  const folder = dirname(cluster);
  const fits = Buffer.byteLength(join(folder, `.s.PGSQL.${port}`)) <= longestSocketPath;
  // The server splits the setting at commas.
  return isWindows || !fits || folder.includes(',') ? undefined : folder;
}
