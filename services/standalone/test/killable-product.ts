import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, parsePlatformConfig } from '#platform';
import type { Database } from '#platform';
import { createTestDatabase, freePort } from '#testing';
import { startScript } from '../../../libs/eventing/test-support/start-script.js';
import { demoPassword } from '../src/demo-data.js';
import type { StandalonePlan } from './standalone-process.js';
import { startOwnKafka } from './start-own-kafka.js';

const script = new URL('./standalone-process.ts', import.meta.url);

/** The whole product, or some of its services, as a process of its own. */
export interface Replica {
  /** JSON in, JSON out, as the administrator. */
  call(method: string, path: string, body?: object): Promise<Record<string, unknown>>;
  /** A live stream of the administrator. */
  open(path: string, signal: AbortSignal): Promise<Response>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

export interface KillableProduct {
  /** Of escalation: what the log holds in the end. */
  readonly database: Database;
  /**
   * Another replica, or one that comes after another that was killed: it can read what that left. Of these
   * services, or of all; the first has the gateway, over which the administrator signs in.
   */
  start(services?: readonly string[]): Promise<Replica>;
  close(): Promise<void>;
}

/** The product on Kafka, as processes over one database and one broker, which a test kills. */
export async function openKillableProduct(
  environment: Record<string, string> = {},
): Promise<KillableProduct> {
  const folder = mkdtempSync(join(tmpdir(), 'clearline-killable-'));
  const kafka = await startOwnKafka();
  const server = await createTestDatabase();
  const { url: databaseUrl } = server;
  const database = await openDatabase({
    ...{ url: databaseUrl, schema: 'escalation', migrations: [] },
    applicationName: 'test',
  });
  const common = {
    ...keysIn(folder),
    ...{ DATABASE_URL: databaseUrl, KAFKA_BROKERS: kafka.brokers.join() },
    ...{ HOST: '127.0.0.1', LOG_LEVEL: 'error', ...environment },
  };
  const replicas: Replica[] = [];
  let token: string | undefined;
  return {
    database,
    async start(services) {
      const port = String(await freePort());
      const dataDir = join(folder, port);
      mkdirSync(dataDir);
      const own = { ...common, PORT: port, CLEARLINE_DATA: dataDir };
      const plan: StandalonePlan = { environment: own, databaseUrl, ...(services && { services }) };
      const process = await startScript(script, plan, { name: 'the product', mayDie: true });
      const url = `http://127.0.0.1:${port}`;
      token ??= await signIn(url);
      const replica = replicaAt(url, token, () => process.kill());
      replicas.push(replica);
      return replica;
    },
    async close() {
      for (const replica of replicas) await replica.kill();
      await database.close();
      await server.drop();
      await kafka.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function send(url: URL, method: string, body?: object, token?: string) {
  const headers = {
    ...(token && { authorization: `Bearer ${token}` }),
    ...(body && { 'content-type': 'application/json' }),
  };
  const answer = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  return (await answer.json()) as Record<string, unknown>;
}

async function signIn(url: string): Promise<string> {
  const account = { username: 'admin', password: demoPassword };
  return String((await send(new URL('/api/v1/login', url), 'POST', account))['token']);
}

function replicaAt(url: string, token: string, kill: () => Promise<void>): Replica {
  const headers = { authorization: `Bearer ${token}` };
  return {
    kill,
    call: (method, path, body) => send(new URL(path, url), method, body, token),
    open: (path, signal) => fetch(new URL(path, url), { headers, signal }),
  };
}

/** Keys as an installation makes them: every replica has the same. */
function keysIn(dataDir: string): Record<string, string> {
  parsePlatformConfig({ CLEARLINE_DATA: dataDir });
  const read = (name: string) => readFileSync(join(dataDir, 'secrets', name), 'utf8');
  return {
    CLEARLINE_MASTER_KEY: read('master.key'),
    CLEARLINE_SEAL_KEY: read('seal.key'),
    CLEARLINE_TOKEN_KEY: read('token.key'),
  };
}
