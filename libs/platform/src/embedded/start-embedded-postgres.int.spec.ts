import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createLogger } from '../create-logger.js';
import { openDatabase } from '../database/open-database.js';
import { readConnection, readPostmaster, writeConnection } from './cluster-files.js';
import { isWindows } from './postgres-binaries.js';
import { urlOf } from './postgres-server.js';
import { isAlive } from './process-files.js';
import {
  findEmbeddedPostgres,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from './start-embedded-postgres.js';

const log = createLogger('test', { level: 'silent' });
let dataDir: string;

beforeEach(() => {
  // mkdtemp makes the folder 0700, as a home folder is: as root the cluster must go elsewhere.
  dataDir = mkdtempSync(join(tmpdir(), 'clearline embedded-'));
});

afterEach(async () => {
  forgetOwner();
  await removeEmbeddedPostgres(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** As after a kill -9 of the Clearline process: its number belongs to nobody any more. */
function forgetOwner(): void {
  const connection = readConnection(dataDir);
  if (!connection) return;
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeConnection(dataDir, { ...connection, owner: { pid } });
}

function pidOfServer(): number {
  return readPostmaster(readConnection(dataDir)?.cluster ?? '')?.pid ?? 0;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('startEmbeddedPostgres', () => {
  it('keeps commits over a stop and a start, with durable settings', async () => {
    const first = await startEmbeddedPostgres({ dataDir, log });
    expect(first.origin).toBe('started');
    const [settings] = await ask(
      first.url,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
         current_setting('server_encoding') as encoding, current_setting('max_connections') as max,
         datlocale as locale from pg_database where datname = 'clearline'`,
    );
    expect(settings).toEqual({
      fsync: 'on',
      commit: 'on',
      encoding: 'UTF8',
      max: '60',
      locale: 'C.UTF-8',
    });
    await ask(first.url, 'create table kept (id int)');
    await first.stop();
    expect(await findEmbeddedPostgres(dataDir)).toMatchObject({ running: false });

    const second = await startEmbeddedPostgres({ dataDir, log });
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'select count(*)::int as n from kept')).toEqual([{ n: 0 }]);
    await second.stop();
  });

  it('is reached by a socket file, by its services too, unless the path is too long for one', async () => {
    const overTcp = 'select inet_server_addr() is not null as tcp';
    const near = await startEmbeddedPostgres({ dataDir, log });
    expect(await ask(near.url, overTcp)).toEqual([{ tcp: isWindows }]);
    const options = { url: near.url, schema: 'probe', migrations: [], applicationName: 'test' };
    const database = await openDatabase(options);
    expect(await database.query(overTcp)).toEqual([{ tcp: isWindows }]);
    await database.close();
    await near.stop();
    const { cluster, ...connection } = readConnection(dataDir)!;
    const far = { ...connection, cluster: join('/', 'x'.repeat(100), cluster) };
    expect(new URL(urlOf(far)).search).toBe('');
  });

  it('adopts the server of a Clearline that was killed, and stops it', async () => {
    await startEmbeddedPostgres({ dataDir, log });
    const pid = pidOfServer();
    forgetOwner();
    const adopted = await startEmbeddedPostgres({ dataDir, log });
    expect(adopted.origin).toBe('adopted');
    expect(pidOfServer()).toBe(pid);
    await adopted.stop();
    expect(isAlive({ pid })).toBe(false);
  });

  it('joins the server of a living Clearline and leaves it running', async () => {
    await startEmbeddedPostgres({ dataDir, log });
    const connection = readConnection(dataDir);
    if (!connection) throw new Error('no connection file');
    writeConnection(dataDir, { ...connection, owner: { pid: process.ppid } });
    const joined = await startEmbeddedPostgres({ dataDir, log });
    expect(joined.origin).toBe('joined');
    await joined.stop();
    await expect(ask(joined.url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
    await expect(removeEmbeddedPostgres(dataDir)).rejects.toThrow('is running');
  });

  it('recovers the data of a server that was killed', async () => {
    const first = await startEmbeddedPostgres({ dataDir, log });
    await ask(first.url, 'create table kept (id int)');
    await ask(first.url, 'insert into kept values (1)');
    const pid = pidOfServer();
    process.kill(pid, 'SIGKILL');
    await until(() => !isAlive({ pid }));
    const second = await startEmbeddedPostgres({ dataDir, log });
    expect(second.origin).toBe('started');
    expect(await ask(second.url, 'select id from kept')).toEqual([{ id: 1 }]);
  });

  it('passes over a pid file whose number another program has now', async () => {
    const first = await startEmbeddedPostgres({ dataDir, log });
    await first.stop();
    const cluster = readConnection(dataDir)?.cluster ?? '';
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n0\n1\n`);
    const second = await startEmbeddedPostgres({ dataDir, log });
    expect(second.origin).toBe('started');
  });

  it('starts one server for two that start together', async () => {
    const [one, two] = await Promise.all([
      startEmbeddedPostgres({ dataDir, log }),
      startEmbeddedPostgres({ dataDir, log }),
    ]);
    expect(one.url).toBe(two.url);
  });

  it('keeps the password to its owner and works in a folder open to all', async () => {
    chmodSync(dataDir, 0o755);
    await startEmbeddedPostgres({ dataDir, log });
    const file = join(dataDir, 'postgres.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).not.toContain(
      readConnection(dataDir)?.password,
    );
    expect(readConnection(dataDir)?.cluster.startsWith(dataDir)).toBe(true);
  });
});
