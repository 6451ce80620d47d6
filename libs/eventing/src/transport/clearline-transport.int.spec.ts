import { createTestDatabase, waitFor } from '#testing';
import { createClock, createLogger, openDatabase } from '#platform';
import { transportConformance } from '../../test-support/transport-conformance.js';
import { seen, type TestHandlers, type TransportRig } from '../../test-support/transport-rig.js';
import type { HandlerKind } from '../consume/handlers.js';
import { LogSignal } from '../consume/log-signal.js';
import { consumerMigrations } from '../store/consumer-migrations.js';
import { EventStore } from '../store/event-store.js';
import { eventStoreMigrations } from '../store/store-migrations.js';
import { ClearlineTransport } from './clearline-transport.js';
import { waitUntilCaughtUp } from './wait-until-caught-up.js';

async function createEmbeddedRig(): Promise<TransportRig> {
  const { url, drop } = await createTestDatabase();
  const applicationName = 'conformance';
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
  const clock = createClock();
  const logger = createLogger('test', { level: 'silent' });
  const started: ClearlineTransport[] = [];
  const listen = (transport: ClearlineTransport) =>
    new Promise<void>((resolve, reject) => {
      void transport.listen((error) => (error ? reject(error as Error) : resolve()));
    });
  return {
    producer,
    consumer,
    watcher: producer,
    clock,
    store: new EventStore({ schema: 'intake', source: 'urn:clearline:intake', clock }),
    waitFor,
    caughtUp: (transport) => waitUntilCaughtUp([transport]),
    async start(handlers: TestHandlers, kind: HandlerKind = 'effect') {
      const transport = new ClearlineTransport({
        service: 'escalation',
        database: consumer,
        topics: [],
        engine: {
          kind: 'embedded',
          logs: [{ schema: 'intake', service: 'intake' }],
          signal: new LogSignal(),
        },
        clock,
        logger,
      });
      for (const [type, handler] of Object.entries(handlers)) {
        transport.addHandler(type, handler as never, true, { clearline: kind });
      }
      started.push(transport);
      await listen(transport);
      return transport;
    },
    async redeliverEverything(transport) {
      await transport.close();
      await consumer.query(`delete from checkpoints`);
      await listen(transport);
    },
    async dispose() {
      await Promise.all(started.map((transport) => transport.close()));
      await producer.close();
      await consumer.close();
      await drop();
    },
  };
}

transportConformance('the embedded engine', createEmbeddedRig);
