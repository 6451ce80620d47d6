import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment, readPlatformConfig } from '#platform';
import { DemoFailure } from './demo-failure.js';
import { steerClock } from './steer-clock.js';
import type { SteeredClock } from './steer-clock.js';

const programs = join(import.meta.dirname, '../../..');
const startWithinMs = 90_000;

export interface DemoProduct {
  url: string;
  adminPassword: string;
  /** The time that the product has. */
  clock: SteeredClock;
  stop(): Promise<void>;
}

/**
 * An empty Clearline of its own, whose time begins at `begin` and is wound on `factor` times as fast as real
 * time: embedded, in a folder that is gone afterwards, or with `clearline serve` where DATABASE_URL names an
 * empty database.
 */
export async function startDemoProduct(begin: number, factor: number): Promise<DemoProduct> {
  const folder = mkdtempSync(join(tmpdir(), 'clearline-demo-'));
  const port = await freePort();
  const adminPassword = randomBytes(12).toString('base64url');
  const clock = steerClock(join(folder, 'clock'), begin, factor);
  const isDistributed = readPlatformConfig().databaseUrl !== undefined;
  const program = isDistributed ? 'cli/src/main.js' : 'standalone/src/main.js';
  const logFile = join(folder, 'product.log');
  const log = openSync(logFile, 'a');
  const args = [join(programs, program), isDistributed ? 'serve' : '--empty'];
  const child = spawn(process.execPath, args, {
    env: childEnvironment({
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'warn',
      CLEARLINE_DATA: join(folder, 'data'),
      CLEARLINE_CLOCK: clock.spec,
      CLEARLINE_ADMIN_PASSWORD: adminPassword,
    }),
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  // Whatever ends this process early ends the product with it.
  const orphan = () => child.kill('SIGTERM');
  process.once('exit', orphan);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('close', resolve));
    }
    process.off('exit', orphan);
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilReady(child, url, logFile);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, adminPassword, clock, stop };
}

async function untilReady(child: ChildProcess, url: string, logFile: string): Promise<void> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < startWithinMs) {
    if (child.exitCode !== null) break;
    const ready = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (ready?.ok) return;
    await sleep(100);
  }
  throw new DemoFailure(`Clearline did not start: ${readFileSync(logFile, 'utf8').slice(-2_000)}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new DemoFailure('no free port');
  return address.port;
}
