import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort, waitFor } from '#testing';

const root = join(import.meta.dirname, '../../..');
const started: ChildProcess[] = [];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clearline-starting-'));
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  for (const child of started.splice(0)) {
    child.kill('SIGTERM');
    await ended(child);
  }
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

const ended = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise<void>((resolve) => child.once('close', () => resolve()));

/** `npm start` without npm. */
function start(env: Record<string, string>, args: string[] = []) {
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), ...args], {
    env: { ...process.env, NODE_OPTIONS: '', CLEARLINE_DATA: join(folder, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const told = { output: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (told.output += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (told.errors += chunk));
  return { child, told };
}

async function failure(env: Record<string, string>, args?: string[]) {
  const { child, told } = start(env, args);
  await ended(child);
  return { code: child.exitCode, ...told };
}

function listening(): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe('a start that cannot be', () => {
  it('on a used port ends in one line and has started nothing', async () => {
    const server = await listening();
    const { port } = server.address() as AddressInfo;
    const ending = await failure({ PORT: String(port) });
    server.close();
    expect(ending).toEqual({
      code: 1,
      output: '',
      errors: `Port ${port} is in use; set PORT to another one, or stop what listens there.\n`,
    });
    expect(existsSync(join(folder, 'data/postgres'))).toBe(false);
  }, 180_000);

  it('in a data folder that cannot be made says which, in one line', async () => {
    writeFileSync(join(folder, 'file'), '');
    const dataDir = join(folder, 'file/data');
    const ending = await failure({ CLEARLINE_DATA: dataDir, PORT: '0' });
    expect(ending).toEqual({
      code: 1,
      output: '',
      errors: expect.stringMatching(
        /^The environment .*file\/data can't be written \(ENOTDIR\).*\n$/,
      ),
    });
  }, 180_000);

  it('with an option that does not exist shows the one that does', async () => {
    const ending = await failure({ PORT: '0' }, ['--emtpy']);
    expect(ending).toMatchObject({ code: 2, errors: expect.stringContaining('-- --empty') });
  }, 180_000);
});

describe('a second start', () => {
  it('on the data of a running one names its process and leaves it at work', async () => {
    const port = String(await freePort());
    const first = start({ PORT: port, LOG_LEVEL: 'warn' }, ['--empty']);
    const isReady = () =>
      fetch(`http://localhost:${port}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    await waitFor(isReady, { timeoutMs: 60_000, describe: 'the first' });
    const second = await failure({ PORT: String(await freePort()), LOG_LEVEL: 'warn' }, [
      '--empty',
    ]);
    expect(second).toMatchObject({
      code: 1,
      errors: expect.stringMatching(new RegExp(`process ${first.child.pid} is at work on .*\n$`)),
    });
    expect(second.errors.split('\n')).toHaveLength(2);
    expect(await isReady()).toBe(true);
    expect(first.told.errors).toBe('');
  }, 360_000);
});
