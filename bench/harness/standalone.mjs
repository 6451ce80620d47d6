// The product as `npm start -- --empty` runs it, on a data folder of its own.
import { mkdtempSync, readFileSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess } from './processes.mjs';
import { freePort } from './servers.mjs';

/** @returns its URL, an administrator's token, its database and process */
export async function startStandalone() {
  const dataDir = mkdtempSync(join(tmpdir(), 'clearline-bench-data-'));
  chmodSync(dataDir, 0o755);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const running = await startProcess('scripts/start.mjs', {
    args: ['--empty'],
    flags: ['--max-semi-space-size=64'],
    env: { CLEARLINE_DATA: dataDir, PORT: String(port) },
    ready: async (log) =>
      /is ready/.test(readFileSync(log, 'utf8')) && (await fetch(`${url}/health/ready`)).ok,
  });
  const password = /密码: (\S+)/.exec(readFileSync(running.logFile, 'utf8'))?.[1];
  const answer = await fetch(`${url}/api/v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password }),
  });
  const { token } = await answer.json();
  return {
    url,
    token,
    pid: running.pid,
    logFile: running.logFile,
    get: async (path) =>
      (await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } })).json(),
    async stop() {
      await running.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
