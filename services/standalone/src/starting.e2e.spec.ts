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

const isReadyAt = (port: string) =>
  fetch(`http://localhost:${port}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

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

describe('a start by npm', () => {
  it('ends with npm, which need not pass the signal on', async () => {
    const port = String(await freePort());
    const child = spawn('npm', ['start', '--', '--empty'], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', CLEARLINE_DATA: join(folder, 'data'), PORT: port },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    started.push(child);
    child.stdout.resume();
    // Whatever npm started has its output too: it closes when the last of them has ended.
    const closed = new Promise((resolve) => child.once('close', resolve));
    const answers = () => isReadyAt(port);
    await waitFor(answers, { timeoutMs: 120_000, describe: 'the start' });
    child.kill('SIGTERM');
    await closed;
    expect(await answers()).toBe(false);
  }, 240_000);
});

describe('a start on data of their own', () => {
  it('brings no demo, although nobody said so', async () => {
    const ready = async (args: string[]) => {
      const { child, told } = start({ PORT: '0', LOG_LEVEL: 'warn' }, args);
      await waitFor(() => told.output.includes('is ready'), {
        timeoutMs: 60_000,
        describe: `the start ${args.join(' ')}`,
      });
      await waitFor(() => told.output.trimEnd().split('\n').length > 1, { describe: 'its words' });
      child.kill('SIGTERM');
      await ended(child);
      return told;
    };
    expect((await ready(['--empty'])).output).toContain('First log-in');
    const again = await ready([]);
    expect(again.output).toContain('These data are your own');
    expect(again.output).not.toContain('Log-ins');
    expect(again.errors).toBe('');
  }, 240_000);
});

describe('a second start', () => {
  it('on the data of a running one names its process and leaves it at work', async () => {
    const port = String(await freePort());
    const first = start({ PORT: port, LOG_LEVEL: 'warn' }, ['--empty']);
    const isReady = () => isReadyAt(port);
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
