import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, parsePlatformConfig } from '#platform';
import type { Database } from '#platform';
import { createTestDatabase, freePort, waitFor } from '#testing';
import type { TestDatabase } from '#testing';
import { startScript } from '../../../libs/eventing/test-support/start-script.js';
import type { TestProcess } from '../../../libs/eventing/test-support/start-script.js';
import { demoOrganisation, demoPassword } from '../src/demo-data.js';
import { sampleComplaint } from './samples.js';
import { startOwnKafka } from './start-own-kafka.js';
import { startReceiver } from './webhook-receiver.js';
import type { Receiver } from './webhook-receiver.js';

const script = new URL('./standalone-process.ts', import.meta.url);
const alertRaised = 'clearline.alert.raised';
const folder = mkdtempSync(join(tmpdir(), 'clearline-crashes-'));

let kafka: Awaited<ReturnType<typeof startOwnKafka>>;
let testDatabase: TestDatabase;
let database: Database;
let receiver: Receiver;
let product: TestProcess;
let url: string;
let token: string;

/** Keys as an installation makes them, so that a process that comes after another can read what it left. */
function keysIn(dataDir: string): Record<string, string> {
  parsePlatformConfig({ CLEARLINE_DATA: dataDir });
  const read = (name: string) => readFileSync(join(dataDir, 'secrets', name), 'utf8');
  return {
    CLEARLINE_MASTER_KEY: read('master.key'),
    CLEARLINE_SEAL_KEY: read('seal.key'),
    CLEARLINE_TOKEN_KEY: read('token.key'),
  };
}

async function start(): Promise<void> {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const environment = {
    ...keysIn(folder),
    ...{ CLEARLINE_DATA: folder, HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'error' },
    ...{ DATABASE_URL: testDatabase.url, KAFKA_BROKERS: kafka.brokers.join() },
    WEBHOOK_PRIVATE_TARGETS: 'allow',
  };
  const plan = { environment, databaseUrl: testDatabase.url };
  product = await startScript(script, plan, { name: 'the product', mayDie: true });
  const body = { username: 'admin', password: demoPassword };
  token = String((await call('POST', '/api/v1/login', body))['token']);
}

async function call(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const response = await fetch(new URL(path, url), {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return (await response.json()) as Record<string, unknown>;
}

/** Critical complaints raise an alert each. */
async function fileCritical(count: number): Promise<void> {
  const complaints = Array.from({ length: count }, () => ({
    ...sampleComplaint,
    severity: 'critical',
  }));
  await call('POST', '/api/v1/complaints', complaints);
}

const idsReceived = () => receiver.received.map(({ headers }) => headers['webhook-id']!);
const alertsInLog = async (): Promise<string[]> => {
  const rows = await database.query<{ id: string }>(
    `select id from escalation.events where type like 'clearline.alert.raised.%' order by id`,
  );
  return rows.map(({ id }) => id);
};

beforeAll(async () => {
  kafka = await startOwnKafka();
  testDatabase = await createTestDatabase();
  receiver = await startReceiver('hang');
  await start();
  database = await openDatabase({
    url: testDatabase.url,
    schema: 'escalation',
    migrations: [],
    applicationName: 'test',
  });
  await call('POST', '/api/v1/organisation', demoOrganisation);
  await call('POST', '/api/v1/subscriptions', { url: receiver.url, types: [alertRaised] });
}, 180_000);

afterAll(async () => {
  await product?.kill();
  await database?.close();
  await receiver?.close();
  await testDatabase?.drop();
  await kafka?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe('webhooks of a product on Kafka that is killed', () => {
  it('send again, under the same ids, what was under way, and whatever had not been sent', async () => {
    await fileCritical(10);
    await waitFor(() => receiver.received.length >= 4, {
      timeoutMs: 60_000,
      describe: 'sends that hang',
    });
    await product.kill();
    const underWay = new Set(idsReceived());
    receiver.answer = 200;
    await start();
    // Leases of a minute are cut short; the rest comes by itself.
    await database.query(`update escalation.webhook_deliveries set next_at = 0`);
    await fileCritical(10);
    await waitFor(async () => (await alertsInLog()).length === 20, {
      timeoutMs: 60_000,
      describe: 'an alert of each complaint',
    });
    const expected = await alertsInLog();
    await waitFor(() => new Set(idsReceived()).size === expected.length, {
      timeoutMs: 60_000,
      describe: 'all of the alerts',
    });
    expect([...new Set(idsReceived())].sort()).toEqual(expected);
    const counts = idsReceived().filter((id) => underWay.has(id));
    expect(counts.length).toBe(2 * underWay.size);
    const rows = () =>
      database.query<{ state: string; n: number }>(
        `select state, count(*)::int as n from escalation.webhook_deliveries group by state`,
      );
    await waitFor(async () => (await rows()).every(({ state }) => state === 'delivered'));
    expect(await rows()).toEqual([{ state: 'delivered', n: 20 }]);
  }, 240_000);
});
