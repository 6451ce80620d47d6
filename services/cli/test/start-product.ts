import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePlatformConfig, TokenIssuer } from '#platform';
import { freePort, waitFor } from '#testing';

export const root = join(import.meta.dirname, '../../..');
const program = (service: string) => join(root, `dist/services/${service}/src/main.js`);

export interface Answer {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The built product as its users run it: a process, its environment, and the command line beside it. */
export interface Product {
  engine: 'embedded' | 'distributed';
  url: string;
  folder: string;
  env: Record<string, string>;
  token: string;
  /** `clearline <args>`; with `until`, interrupted once its output matches. */
  run(args: string[], until?: RegExp): Promise<Answer>;
  call(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  /** What the product has printed so far, its logs. */
  printed(): string;
  stop(): Promise<void>;
}

/** Starts standalone on the embedded engine, or `clearline serve` where `distributed` names the servers. */
export async function startProduct(
  distributed?: { DATABASE_URL: string; KAFKA_BROKERS: string },
  settings: Record<string, string> = {},
): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'clearline-cli-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const env: Record<string, string> = {
    ...makeSecrets(),
    ...distributed,
    CLEARLINE_DATA: join(folder, 'data'),
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: 'warn',
    ...settings,
  };
  const args = distributed ? [program('cli'), 'serve'] : [program('standalone'), '--empty'];
  const logFile = join(folder, 'product.log');
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const url = `http://127.0.0.1:${port}`;
  await waitFor(
    async () => {
      if (child.exitCode !== null) return true;
      return (await fetch(`${url}/health/ready`)).ok;
    },
    { timeoutMs: 60_000, everyMs: 200, describe: 'the product' },
  );
  if (child.exitCode !== null) throw new Error(`not started: ${readFileSync(logFile, 'utf8')}`);
  const { tokenKey } = parsePlatformConfig(env);
  const roles = ['agent', 'supervisor', 'manager', 'admin'] as const;
  const principal = { sub: 'test', username: 'operator', roles: [...roles], kind: 'user' as const };
  const token = await new TokenIssuer({ tokenKey }).issue(principal);
  return {
    engine: distributed ? 'distributed' : 'embedded',
    url,
    folder,
    env,
    token,
    run: (words, until) => runCli(words, env, until),
    async call(method, path, body) {
      const response = await fetch(new URL(path, url), {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return (await response.json()) as Record<string, unknown>;
    },
    printed: () => readFileSync(logFile, 'utf8'),
    async stop() {
      child.kill('SIGTERM');
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function runCli(
  args: string[],
  env: Record<string, string>,
  until?: RegExp,
): Promise<Answer> {
  const child = spawn(process.execPath, [program('cli'), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const interrupt = (told: string) => {
    if (until?.test(told) && !child.killed) child.kill('SIGINT');
  };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => interrupt((stdout += chunk)));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => interrupt((stderr += chunk)));
  await ended(child);
  return { code: child.exitCode, stdout, stderr };
}

const ended = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise<void>((resolve) => child.once('close', () => resolve()));

export function makeSecrets(): Record<string, string> {
  const der = (key: ReturnType<typeof generateKeyPairSync>['privateKey']) =>
    key.export({ type: 'pkcs8', format: 'der' }).toString('base64');
  return {
    CLEARLINE_MASTER_KEY: randomBytes(32).toString('base64'),
    CLEARLINE_SEAL_KEY: der(generateKeyPairSync('ed25519').privateKey),
    CLEARLINE_TOKEN_KEY: der(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
  };
}
