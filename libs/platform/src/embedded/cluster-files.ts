import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { readJson, type ProcessMark } from './process-files.js';
import { canReach, isWindows, type ServerUser } from './postgres-binaries.js';

/** `<dataDir>/postgres.json`: all that a later start, or a command beside it, needs to connect. */
export interface Connection {
  port: number;
  password: string;
  /** Folder of the cluster; outside the data folder where the server's user cannot reach it. */
  cluster: string;
  /** The Clearline process that stops this server when it ends. */
  owner?: ProcessMark;
}

/** Where root's server lives when its user cannot pass through the data folder's parents. */
export const sharedFolder = '/var/lib/clearline';

export const connectionFile = (dataDir: string) => join(dataDir, 'postgres.json');

export function readConnection(dataDir: string): Connection | undefined {
  return readJson<Connection>(connectionFile(dataDir));
}

/** Replaces the file in one step: a kill between two writes leaves the old one. */
export function writeConnection(dataDir: string, connection: Connection): void {
  const half = `${connectionFile(dataDir)}.${process.pid}`;
  writeFileSync(half, JSON.stringify(connection, null, 2), { mode: 0o600 });
  renameSync(half, connectionFile(dataDir));
}

/** A connection for a new cluster: free port, password, and a folder that the server's user reaches. */
export async function newConnection(
  dataDir: string,
  user: ServerUser | undefined,
): Promise<Connection> {
  // The name is random, not derived from the folder: a deleted data folder (its keys are gone with
  // it) must not come back to life with the old rows.
  const id = randomBytes(8).toString('hex');
  const home = canReach(dataDir, user) ? join(dataDir, 'postgres') : join(sharedFolder, id);
  if (home.startsWith(sharedFolder)) makeOpenFolder(sharedFolder);
  makeOpenFolder(home);
  if (home.startsWith(sharedFolder)) writeFileSync(join(home, 'data-folder.txt'), `${dataDir}\n`);
  return {
    port: await freePort(),
    password: randomBytes(24).toString('base64url'),
    cluster: join(home, 'data'),
  };
}

/** A loopback port nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** What postmaster.pid says of the server that holds the cluster, if there is such a file. */
export function readPostmaster(cluster: string): { pid: number; port: number } | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
    const port = Number.parseInt(lines[3] ?? '', 10);
    return pid > 0 ? { pid, port } : undefined;
  } catch {
    return undefined;
  }
}

export function removeStalePostmaster(cluster: string): void {
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

export const isInitialised = (cluster: string) => existsSync(join(cluster, 'PG_VERSION'));

/** A folder that every user may pass, whatever the umask says; one that was there stays as it is. */
export function makeOpenFolder(path: string): void {
  if (mkdirSync(path, { recursive: true }) !== undefined && !isWindows) chmodSync(path, 0o755);
}

/** A folder that belongs to the server's user alone. */
export function makePrivateFolder(path: string, user: ServerUser | undefined): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (user) chownSync(path, user.uid, user.gid);
}
