import { createTestDatabase } from '#testing';
import { createClock, openDatabase } from '#platform';
import { crashConformance } from '../../test-support/crash-conformance.js';
import type { CrashRig } from '../../test-support/crash-rig.js';
import { startProcess, type TestProcess } from '../../test-support/start-process.js';
import { seen } from '../../test-support/transport-rig.js';
import { consumerMigrations } from '../store/consumer-migrations.js';
import { EventStore } from '../store/event-store.js';
import { eventStoreMigrations } from '../store/store-migrations.js';

async function createRig(): Promise<CrashRig> {
  const { url, drop } = await createTestDatabase();
  const applicationName = 'crashes';
  const producer = await openDatabase({
    url,
    schema: 'intake',
    migrations: eventStoreMigrations(),
    applicationName,
  });
  const consumer = await openDatabase({
    url,
    schema: 'escalation',
    migrations: [...consumerMigrations(), { name: '0009-seen', sql: seen }],
    applicationName,
  });
  const processes: TestProcess[] = [];
  let isDisposed = false;
  return {
    producer,
    consumer,
    store: new EventStore({
      schema: 'intake',
      source: 'urn:clearline:intake',
      clock: createClock(),
    }),
    async start(role, name, dieAt) {
      const started = await startProcess({ role, name, url, dieAt });
      processes.push(started);
      // A test that has timed out still runs.
      if (isDisposed) await started.kill();
      return started;
    },
    async dispose() {
      isDisposed = true;
      await Promise.all(processes.map((one) => one.kill()));
      await producer.close();
      await consumer.close();
      await drop();
    },
  };
}

crashConformance('the embedded engine', createRig);
