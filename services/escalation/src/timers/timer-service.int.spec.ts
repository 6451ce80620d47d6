import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStore, LogSignal } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { createLogger, HealthRegistry, newId, openDatabase, PersonalDataKeys } from '#platform';
import type { Database } from '#platform';
import { createTestDatabase, fakeClock, waitFor } from '#testing';
import type { TestDatabase } from '#testing';
import { CaseBatch } from '../cases/case-batch.js';
import { escalationService } from '../escalation.service.js';
import { PolicyStore } from '../policies/policy-store.js';
import { TimerService } from './timer-service.js';

const schema = 'escalation';
const hour = 3_600_000;
const clock = fakeClock('2026-01-05T01:00:00.000Z'); // Monday 09:00 in Shanghai
const start = clock.now();
const numberOfCases = 1_000;

let server: TestDatabase;
let database: Database;
let runtime: ServiceRuntime;
let policies: PolicyStore;

function makeRuntime(): ServiceRuntime {
  const tokenKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const masterKey = randomBytes(32);
  return {
    service: schema,
    config: {
      engine: 'embedded',
      kafkaBrokers: [],
      port: 0,
      dataDir: '',
      masterKey,
      sealKey: generateKeyPairSync('ed25519').privateKey,
      tokenKey,
      logLevel: 'error',
      serviceUrls: { intake: '', escalation: '', signals: '', reporting: '' },
    },
    clock,
    logger: createLogger(schema, { level: 'error' }),
    database,
    keys: new PersonalDataKeys({ masterKey, clock }),
    events: new EventStore({ schema, source: 'urn:clearline:escalation', clock }),
    signal: new LogSignal(),
    health: new HealthRegistry(),
    peers: {},
  };
}

beforeAll(async () => {
  server = await createTestDatabase();
  const { migrations } = escalationService;
  database = await openDatabase({ url: server.url, schema, migrations, applicationName: 'test' });
  runtime = makeRuntime();
  policies = new PolicyStore(runtime);
  await policies.onModuleInit();
  const ids = Array.from({ length: numberOfCases }, () => newId(start));
  await database.transaction(async (tx) => {
    const batch = await CaseBatch.load(tx, ids, runtime.events, policies.book);
    ids.forEach((caseId, index) => {
      const complaint = {
        caseId,
        number: `2026-${String(index).padStart(7, '0')}-0`,
        customerId: newId(start),
        priority: 'normal' as const,
        threats: [],
        dimensions: {
          category: 'billing',
          channel: 'phone' as const,
          severity: 'normal' as const,
          tier: 'standard' as const,
        },
        receivedAt: start + index,
      };
      batch.execute(caseId, { type: 'open', complaint, imported: false }, start + index);
    });
    await batch.flush(tx);
  });
});

afterAll(async () => {
  await database?.close();
  await server?.drop();
});

interface Fired {
  case: string;
  type: string;
  at: string;
  dueAt: string;
  threshold: number | null;
}
const fired = () =>
  database.query<Fired>(
    `select key as "case", type, data::json->>'at' as at, data::json->>'dueAt' as "dueAt",
            (data::json->>'threshold')::float8 as threshold
       from events where type like 'clearline.sla.%' and data::json->>'clockId' = 'acknowledge' order by position`,
  );
const armedBefore = (instant: number) =>
  database.query(`select id from timers where state = 'armed' and due_at <= $1 limit 1`, [instant]);

describe('timers', () => {
  it('fire nothing before it is due', async () => {
    const timers = new TimerService(runtime, policies);
    clock.set(start + hour - 1);
    timers.onApplicationBootstrap();
    await timers.onApplicationShutdown();
    expect(await fired()).toEqual([]);
  });

  it('after an outage across every deadline, on two replicas, fire each once, with its own instant', async () => {
    clock.set(start + 5 * hour);
    const replicas = [new TimerService(runtime, policies), new TimerService(runtime, policies)];
    for (const replica of replicas) replica.onApplicationBootstrap();
    await waitFor(async () => (await armedBefore(clock.now())).length === 0, {
      timeoutMs: 30_000,
      describe: 'every due timer',
    });
    for (const replica of replicas) await replica.onApplicationShutdown();
    const firings = await fired();
    const names = firings.map((firing) => `${firing.case} ${firing.type} ${firing.threshold}`);
    expect(new Set(names).size).toBe(firings.length);
    expect(firings).toHaveLength(4 * numberOfCases);
    const breaches = firings.filter(({ type }) => type === 'clearline.sla.breached.v1');
    expect(breaches).toHaveLength(numberOfCases);
    for (const { at, dueAt } of breaches) expect(at).toBe(dueAt);
  }, 60_000);
});
