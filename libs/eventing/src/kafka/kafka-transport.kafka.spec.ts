import { randomUUID } from 'node:crypto';
import { createTestDatabase, testKafkaBrokers, waitFor } from '#testing';
import { createClock, createLogger, openDatabase } from '#platform';
import { startAtTheEnd } from '../../test-support/kafka-crash-rig.js';
import { transportConformance } from '../../test-support/transport-conformance.js';
import { seen, type TestHandlers, type TransportRig } from '../../test-support/transport-rig.js';
import type { HandlerKind } from '../consume/handlers.js';
import { consumerMigrations } from '../store/consumer-migrations.js';
import { EventStore } from '../store/event-store.js';
import { eventStoreMigrations } from '../store/store-migrations.js';
import { ClearlineTransport } from '../transport/clearline-transport.js';
import { waitUntilCaughtUp } from '../transport/wait-until-caught-up.js';
import { KafkaRelay } from './kafka-relay.js';

const topics = ['clearline.organisation', 'clearline.customers'];

async function createKafkaRig(): Promise<TransportRig> {
  const { url, drop } = await createTestDatabase();
  const brokers = testKafkaBrokers();
  const applicationName = 'conformance';
  const open = (schema: string, migrations: Parameters<typeof openDatabase>[0]['migrations']) =>
    openDatabase({ url, schema, migrations, applicationName });
  const producer = await open('intake', eventStoreMigrations());
  const consumer = await open('escalation', [
    ...consumerMigrations(),
    { name: '0009-seen', sql: seen },
  ]);
  const clock = createClock();
  const logger = createLogger('test', { level: 'silent' });
  const groupId = `conformance-${randomUUID()}`;
  // A fresh broker elects its leaders late.
  await waitFor(() => startAtTheEnd(brokers, groupId, topics).then(() => true), {
    timeoutMs: 30_000,
  });
  const relay = new KafkaRelay({ database: producer, service: 'intake', brokers, logger });
  await relay.start();
  const started: ClearlineTransport[] = [];
  return {
    producer,
    consumer,
    watcher: consumer,
    clock,
    store: new EventStore({ schema: 'intake', source: 'urn:clearline:intake', clock }),
    // The first members of a group on a fresh broker wait for its coordinator.
    waitFor: (look, options) => waitFor(look, { timeoutMs: 40_000, ...options }),
    async caughtUp(transport) {
      await waitFor(async () => (await relay.lag()) === 0, { describe: 'the relay' });
      await waitUntilCaughtUp([transport]);
    },
    async start(handlers: TestHandlers, kind: HandlerKind = 'effect') {
      const transport = new ClearlineTransport({
        service: 'escalation',
        database: consumer,
        topics,
        engine: { kind: 'kafka', brokers, groupId },
        clock,
        logger,
      });
      for (const [type, handler] of Object.entries(handlers)) {
        transport.addHandler(type, handler as never, true, { clearline: kind });
      }
      started.push(transport);
      await new Promise<void>((resolve, reject) => {
        void transport.listen((error) => (error ? reject(error as Error) : resolve()));
      });
      return transport;
    },
    async redeliverEverything() {
      await relay.stop();
      await producer.query(`delete from relay_checkpoints`);
      await relay.start();
    },
    async dispose() {
      await Promise.all([relay.stop(), ...started.map((transport) => transport.close())]);
      await producer.close();
      await consumer.close();
      await drop();
    },
  };
}

transportConformance('Kafka', createKafkaRig);
