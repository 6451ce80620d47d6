import { existsSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Logger } from '../create-logger.js';
import {
  connectionFile,
  freePort,
  isInitialised,
  makeOpenFolder,
  newConnection,
  readConnection,
  readPostmaster,
  removeStalePostmaster,
  sharedFolder,
  writeConnection,
  type Connection,
} from './cluster-files.js';
import { reachableBinaries, serverUser } from './postgres-binaries.js';
import {
  connectProblem,
  ensureDatabase,
  initialise,
  launch,
  shutDown,
  urlOf,
  waitUntilAnswering,
  type Programs,
} from './postgres-server.js';
import { isAlive, markOf, programOf, withLockFile } from './process-files.js';

export interface EmbeddedPostgres {
  url: string;
  /** How this process came to it; `joined` another living Clearline's server, which stays its own. */
  origin: 'started' | 'adopted' | 'joined';
  /** The process that a joined server belongs to. */
  ownerPid?: number;
  /** Stops the server and resolves once it is gone; does nothing where it was only joined. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  dataDir: string;
  log: Logger;
}

/**
 * The PostgreSQL of the embedded engine, data under `<dataDir>/postgres` (as root below a folder that
 * the user `postgres` cannot pass: under /var/lib/clearline). Never two servers on the same data: one
 * that outlived its Clearline process is adopted, one of a living process is joined. Safe to call
 * from several processes at once. Rejects with the reason when the server does not come up.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  makeOpenFolder(options.dataDir);
  const dataDir = realpathSync(resolve(options.dataDir));
  const user = serverUser();
  const programs = { binaries: reachableBinaries(user, sharedFolder), user };
  return withLockFile(join(dataDir, 'postgres.lock'), () => open(dataDir, programs, options.log));
}

async function open(dataDir: string, programs: Programs, log: Logger): Promise<EmbeddedPostgres> {
  const known = readConnection(dataDir);
  const connection = known ?? (await newConnection(dataDir, programs.user));
  if (!known) {
    if (connection.cluster.startsWith(sharedFolder)) {
      log.info({ folder: connection.cluster }, 'data folder is not open to user postgres');
    }
    writeConnection(dataDir, connection);
  }
  if (!isInitialised(connection.cluster)) await initialise(programs, connection);

  const running = await findRunning(connection);
  if (running) {
    const { owner } = connection;
    if (owner && owner.pid !== process.pid && isAlive(owner)) {
      const stop = async () => undefined;
      return { url: urlOf(connection), origin: 'joined', ownerPid: owner.pid, stop };
    }
    log.info({ pid: running.pid }, 'adopted the running database');
  } else {
    removeStalePostmaster(connection.cluster);
    await launchOnFreePort(dataDir, programs, connection);
  }
  connection.owner = markOf(process.pid);
  writeConnection(dataDir, connection);
  await ensureDatabase(connection);
  return {
    url: urlOf(connection),
    origin: running ? 'adopted' : 'started',
    stop: once(() => shutDown(programs, connection.cluster)),
  };
}

/** The server that holds the cluster; waits for one that is still in recovery or shutting down. */
async function findRunning(connection: Connection): Promise<{ pid: number } | undefined> {
  const running = readPostmaster(connection.cluster);
  if (!running || !isPostgres(running.pid)) return undefined;
  if (running.port > 0) connection.port = running.port;
  let gone = false;
  try {
    await waitUntilAnswering(connection, () => {
      gone = !isPostgres(running.pid);
      return gone ? 'gone' : undefined;
    });
    return running;
  } catch (error) {
    if (gone) return undefined;
    throw new Error(
      `A PostgreSQL (process ${running.pid}) holds ${connection.cluster} and does not answer; stop it first`,
      { cause: error },
    );
  }
}

/** After a restart of the machine the number in postmaster.pid may be any other program's. */
function isPostgres(pid: number): boolean {
  const program = programOf(pid);
  return isAlive({ pid }) && (program === undefined || program.startsWith('postgres'));
}

/** The port was chosen once; another program may have taken it since. */
async function launchOnFreePort(
  dataDir: string,
  programs: Programs,
  connection: Connection,
): Promise<void> {
  const logFile = join(dataDir, 'postgres.log');
  try {
    await launch(programs, connection, logFile);
  } catch (error) {
    const taken = connection.port;
    connection.port = await freePort();
    try {
      await launch(programs, connection, logFile);
    } catch {
      connection.port = taken;
      throw error;
    }
    writeConnection(dataDir, connection);
  }
}

/** Where a running or stopped embedded server is: undefined when there was never one. */
export async function findEmbeddedPostgres(
  dataDir: string,
): Promise<{ url: string; running: boolean } | undefined> {
  if (!existsSync(connectionFile(dataDir))) return undefined;
  const connection = readConnection(dataDir);
  if (!connection) return undefined;
  return { url: urlOf(connection), running: (await connectProblem(connection)) === undefined };
}

/**
 * Stops the server and deletes its data, wherever it lies. Refuses while the Clearline process that
 * owns it is alive. The rest of the data folder is the caller's.
 */
export async function removeEmbeddedPostgres(dataDir: string): Promise<void> {
  const connection = readConnection(dataDir);
  if (!connection) return;
  if (connection.owner && connection.owner.pid !== process.pid && isAlive(connection.owner)) {
    throw new Error(
      `Clearline is running on ${dataDir} (process ${connection.owner.pid}); stop it`,
    );
  }
  const running = readPostmaster(connection.cluster);
  if (running && isPostgres(running.pid)) {
    const user = serverUser();
    await shutDown({ binaries: reachableBinaries(user, sharedFolder), user }, connection.cluster);
  }
  rmSync(dirname(connection.cluster), { recursive: true, force: true });
  rmSync(connectionFile(dataDir), { force: true });
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
