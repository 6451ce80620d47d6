import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { freePort, waitFor } from '#testing';
import { demoOrganisation } from './demo-data.js';

const entry = join(import.meta.dirname, '../../../dist/services/standalone/src/main.js');
const password = 'first-admin-password';
const graceMs = 10_000;

let folder: string;
let base: string;
let product: ChildProcess;
let output = '';

/** The built product as an operator starts it: the whole of it in one process with its own PostgreSQL. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clearline-stopping-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  base = `http://localhost:${port}`;
  const env = { CLEARLINE_DATA: folder, CLEARLINE_ADMIN_PASSWORD: password, PORT: String(port) };
  product = spawn(process.execPath, [entry, '--empty'], {
    env: { ...process.env, ...env, NODE_OPTIONS: '', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [product.stdout, product.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  }
  await waitFor(
    () =>
      fetch(`${base}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      ),
    { timeoutMs: 60_000, describe: 'the product' },
  );
}, 210_000);

afterAll(() => {
  product.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function post(path: string, token: string, body: object): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) });
}

it('stops within 10 s of SIGTERM, under load and with open streams, and says nothing of being late', async () => {
  const login = await post('/api/v1/login', '', { username: 'admin', password });
  const { token } = (await login.json()) as { token: string };
  await post('/api/v1/organisation', token, demoOrganisation);
  const headers = { authorization: `Bearer ${token}` };
  const streams = await Promise.all(
    ['alerts', 'cases', 'signals', 'cases'].map((name) =>
      fetch(`${base}/api/v1/streams/${name}`, { headers }),
    ),
  );
  const ends = streams.map((stream) => stream.text());

  const complaint = {
    channel: 'phone',
    customer: { name: '张伟', phone: '13800138000' },
    category: 'billing',
    statement: '燃气账单重复扣费',
  };
  const batch = Array.from({ length: 50 }, () => complaint);
  let filed = 0;
  let isOver = false;
  const callers = Array.from({ length: 16 }, async () => {
    while (!isOver) {
      try {
        const answer = await post('/api/v1/complaints', token, batch);
        if (answer.status === 207) filed += batch.length;
        await answer.arrayBuffer();
      } catch {
        return; // It is gone.
      }
    }
  });
  await waitFor(() => filed >= 2_000, { timeoutMs: 60_000, describe: 'load' });

  const exit = new Promise<number | null>((resolve) => product.once('exit', resolve));
  const startedAt = performance.now();
  product.kill('SIGTERM');
  const isHeard = () =>
    fetch(`${base}/health/ready`).then(
      ({ ok }) => !ok,
      () => true,
    );
  await waitFor(isHeard, { describe: 'the first signal to be heard' });
  // npm passes on what the terminal has sent to both of them.
  product.kill('SIGTERM');
  const code = await exit;
  const stopMs = performance.now() - startedAt;
  isOver = true;
  await Promise.all(callers);

  expect({ code, isInTime: stopMs < graceMs }).toEqual({ code: 0, isInTime: true });
  expect(output).not.toMatch(/stopping (took too long|failed)/);
  // A stream ends; it is not cut.
  for (const end of ends) expect(await end).toContain(': connected');
}, 240_000);
