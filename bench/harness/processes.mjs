// The measured programs run as processes of their own, as they would in production.
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { root } from '../../scripts/prepare.mjs';

const logs = join(tmpdir(), `clearline-bench-${process.pid}`);

/**
 * Starts a program of `dist/` (or any script under the root).
 * @returns {Promise<{ pid: number, stop(): Promise<void> }>} once `ready` resolves to true
 */
export async function startProcess(script, { args = [], env = {}, ready, flags = [] }) {
  mkdirSync(logs, { recursive: true });
  const logFile = join(logs, `${script.replaceAll('/', '-')}-${Date.now()}.log`);
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [...flags, resolve(root, script), ...args], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'warn', NODE_ENV: 'production', ...env },
    stdio: ['ignore', log, log],
  });
  const gone = new Promise((done) => child.once('exit', done));
  const killAtExit = () => child.kill('SIGKILL');
  process.once('exit', killAtExit);
  const deadline = Date.now() + 120_000;
  for (;;) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(
        `${script} did not get ready:\n${readFileSync(logFile, 'utf8').slice(-2_000)}`,
      );
    }
    if (await ready(logFile).catch(() => false)) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    pid: child.pid,
    logFile,
    async stop() {
      process.off('exit', killAtExit);
      child.kill('SIGTERM');
      const overdue = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await gone;
      clearTimeout(overdue);
    },
  };
}

/** Seconds of processor time a process has used, its threads included; undefined where there is no /proc. */
export function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}

/** Ready when the program says so on its log: what the peers do. */
export const saysReady = async (logFile) => /^ready$/m.test(readFileSync(logFile, 'utf8'));

/** Ready when its readiness probe answers 200: what the services do. */
export const answersAt = (url) => async () => (await fetch(url)).ok;
