// Real servers for one benchmark, durable as in production: what is acknowledged is on the disk.
import { spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';
import { startKafka as launchKafka } from '../../infra/kafka/launch.mjs';
import { startPostgres as launchPostgres } from '../../libs/testing/jest/postgres.mjs';

const stops = [];

/** Stops everything that was started here, the last one first. */
export async function stopServers() {
  for (const stop of stops.splice(0).reverse()) await stop();
}

/** @returns its URL; refuses to measure on a server that acknowledges before the disk has it */
export async function startPostgres() {
  const server = await launchPostgres({ durable: true });
  stops.push(() => server.stop());
  const [settings] = await query(
    server.url,
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  );
  if (settings.fsync !== 'on' || settings.commit !== 'on') {
    throw new Error(`not durable: fsync ${settings.fsync}, synchronous_commit ${settings.commit}`);
  }
  return server.url;
}

/** `options` are the broker's: its collector. */
export async function startKafka(options = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'clearline-bench-kafka-'));
  const kafka = await launchKafka({ dataDir, heap: '1g', ...options });
  stops.push(async () => {
    await kafka.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return kafka.brokers;
}

/** With an append-only file, as the compose file runs it. */
export async function startRedis() {
  const port = await freePort();
  const dir = mkdtempSync(join(tmpdir(), 'clearline-bench-redis-'));
  const flags = ['--port', String(port), '--dir', dir, '--appendonly', 'yes', '--save', ''];
  const server = spawn('redis-server', flags, { stdio: 'ignore' });
  const gone = new Promise((resolve) => server.once('exit', resolve));
  stops.push(async () => {
    server.kill('SIGTERM');
    await gone;
    rmSync(dir, { recursive: true, force: true });
  });
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  await client.ping();
  client.disconnect();
  return url;
}

/** An empty database on the server, so that no round inherits the tables of another. */
export async function freshDatabase(url, name) {
  await query(url, `drop database if exists "${name}" with (force)`);
  await query(url, `create database "${name}"`);
  const fresh = new URL(url);
  fresh.pathname = `/${name}`;
  return fresh.href;
}

export async function query(url, sql, values) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Secrets for services that run apart. */
export function makeSecrets() {
  const der = (type, options) =>
    generateKeyPairSync(type, options)
      .privateKey.export({ type: 'pkcs8', format: 'der' })
      .toString('base64');
  return {
    CLEARLINE_MASTER_KEY: randomBytes(32).toString('base64'),
    CLEARLINE_SEAL_KEY: der('ed25519'),
    CLEARLINE_TOKEN_KEY: der('ec', { namedCurve: 'P-256' }),
  };
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
