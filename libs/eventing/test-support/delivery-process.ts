// A consumer or a relay as a process of its own, which a crash test kills; see `startProcess`.
import { createClock, createLogger, openDatabase } from '#platform';
import { LogSignal } from '../src/consume/log-signal.js';
import type { Failpoint } from '../src/failpoint.js';
import { KafkaRelay } from '../src/kafka/kafka-relay.js';
import { consumerMigrations } from '../src/store/consumer-migrations.js';
import { eventStoreMigrations } from '../src/store/store-migrations.js';
import { ClearlineTransport } from '../src/transport/clearline-transport.js';
import type { EngineOptions } from '../src/transport/transport-options.js';
import { record, seen, unitDefined } from './transport-rig.js';

export interface ProcessPlan {
  role: 'consumer' | 'relay';
  /** Shows as `worker` in what it handled. */
  name: string;
  url: string;
  /** Undefined: the embedded engine. */
  kafka?: { brokers: string[]; groupId: string };
  /** Ends itself by SIGKILL when it comes by for the n-th time. */
  dieAt?: { point: Failpoint; time: number };
}

const plan = JSON.parse(process.argv[2]!) as ProcessPlan;
const { url, name: applicationName, kafka } = plan;
const logger = createLogger(plan.name, { level: 'warn' });

// Ends with the tests that started it, however they end.
process.stdin.resume().once('end', () => process.exit(1));

let passed = 0;
const failpoint = (point: Failpoint) => {
  if (point !== plan.dieAt?.point) return;
  passed += 1;
  if (passed === plan.dieAt.time) process.kill(process.pid, 'SIGKILL');
};

if (plan.role === 'consumer') await consume();
else await relay();
console.log('ready');

async function consume(): Promise<void> {
  const migrations = [...consumerMigrations(), { name: '0009-seen', sql: seen }];
  const database = await openDatabase({ url, schema: 'escalation', migrations, applicationName });
  const engine: EngineOptions = kafka
    ? { kind: 'kafka', ...kafka, sessionTimeoutMs: 6_000 }
    : {
        kind: 'embedded',
        logs: [{ schema: 'intake', service: 'intake' }],
        signal: new LogSignal(),
      };
  const transport = new ClearlineTransport({
    service: 'escalation',
    database,
    topics: ['clearline.organisation'],
    engine,
    clock: createClock(),
    logger,
    failpoint,
  });
  transport.addHandler(unitDefined, record as never, true, { clearline: 'effect' });
  await transport.listen((error) => {
    if (error) throw error as Error;
  });
}

async function relay(): Promise<void> {
  const migrations = eventStoreMigrations();
  const database = await openDatabase({ url, schema: 'intake', migrations, applicationName });
  const { brokers } = kafka!;
  const options = { database, service: 'intake', brokers, logger, leaseMs: 2_000, failpoint };
  await new KafkaRelay(options).start();
}
