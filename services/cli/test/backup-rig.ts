import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, startEmbeddedPostgres } from '#platform';
import type { PlatformConfig } from '#platform';
import { waitFor } from '#testing';
import type { TestDatabase } from '#testing';
import pg from 'pg';
import { demoPassword } from '../../standalone/src/demo-data.js';
import { startStandalone } from '../../standalone/src/start-standalone.js';
import type { Standalone } from '../../standalone/src/start-standalone.js';
import type { RestoreOptions } from '../src/backup/restore-backup.js';
import { verifyEverything } from '../src/verify/verify-everything.js';
import type { Verification } from '../src/verify/verify-everything.js';

export const plainRestore: RestoreOptions = {
  recreateTopics: false,
  publishHistory: false,
  onProgress: () => undefined,
};

export function newFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'clearline-backup-'));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A PostgreSQL cluster of its own, whose transaction ids begin anew. */
export async function startFreshCluster(): Promise<TestDatabase> {
  const folder = newFolder();
  const log = createLogger('postgres', { level: 'error' });
  const server = await startEmbeddedPostgres({ dataDir: folder.path, log });
  return {
    url: server.url,
    async drop() {
      await server.stop();
      folder.remove();
    },
  };
}

export type Call = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** The product over what the configuration names, and calls to it as one of the demo's people. */
export async function openProduct(
  config: PlatformConfig,
  options: { demo?: boolean } = {},
): Promise<{ services: Standalone; as(username: string): Promise<Call> }> {
  const services = await startStandalone({
    config,
    ...options,
    databaseUrl: config.databaseUrl,
    stopOnSignals: false,
  });
  const as = async (username: string): Promise<Call> => {
    const ask = async (method: string, path: string, body?: unknown, token?: string) => {
      const response = await fetch(new URL(path, services.url), {
        method,
        headers: {
          'content-type': 'application/json',
          ...(token && { authorization: `Bearer ${token}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as unknown;
    };
    const login = { username, password: demoPassword };
    const { token } = (await ask('POST', '/api/v1/login', login)) as { token: string };
    return (method, path, body) => ask(method, path, body, token);
  };
  return { services, as };
}

export const complaint = (statement: string) => ({
  channel: 'phone',
  customer: { name: '张伟', phone: '13800138000' },
  category: 'unclassified',
  statement,
});

const reportNames = ['volume', 'backlog', 'sla-attainment', 'satisfaction', 'orders', 'transfers'];

/** What every report says in total, as of what it was read. */
export async function readReports(bi: Call): Promise<unknown> {
  const reports = await Promise.all(
    reportNames.map((name) => bi('GET', `/api/v1/reports/${name}`)),
  );
  return reports.map((report) => {
    const { totals, rows } = report as { totals: Record<string, unknown>; rows: unknown };
    // What is open grows older between two readings.
    const { secondsOldest: _, secondsMedianAge: _median, ...lasting } = totals;
    return { totals: lasting, rows };
  });
}

export async function query<T>(url: string, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as T[];
  } finally {
    await client.end();
  }
}

export async function countOf(url: string, table: string): Promise<number> {
  const [row] = await query<{ n: number }>(url, `select count(*)::int as n from ${table}`);
  return row!.n;
}

const writers = ['intake', 'escalation', 'signals'];

/** `audit verify` once every event of the logs is sealed. */
export async function verifySealed(config: PlatformConfig, url: string): Promise<Verification> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
  client.setTypeParser(20, Number);
  await client.connect();
  const unsealed = writers.map(
    (name) => `exists (select 1 from ${name}.events where (epoch, tx, position) > all
                 (select epoch, tx, position from ${name}.seals order by number desc limit 1))`,
  );
  const tx = {
    query: async <T>(sql: string, values?: unknown[]) =>
      (await client.query(sql, values)).rows as T[],
  };
  try {
    await waitFor(
      async () => {
        const sql = `select ${unsealed.join(' or ')} as waits`;
        const [row] = await tx.query<{ waits: boolean }>(sql);
        return !row!.waits;
      },
      { timeoutMs: 60_000, everyMs: 200, describe: 'the seals' },
    );
    return await verifyEverything(tx, config, undefined);
  } finally {
    await client.end();
  }
}
