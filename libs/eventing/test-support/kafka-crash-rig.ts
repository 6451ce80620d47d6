import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { createTestDatabase, waitFor } from '#testing';
import { createClock, createLogger, openDatabase } from '#platform';
import { KafkaRelay, type KafkaRelayOptions } from '../src/kafka/kafka-relay.js';
import { consumerMigrations } from '../src/store/consumer-migrations.js';
import { EventStore } from '../src/store/event-store.js';
import { eventStoreMigrations } from '../src/store/store-migrations.js';
import { ClearlineTransport } from '../src/transport/clearline-transport.js';
import type { CrashRig } from './crash-rig.js';
import { startProcess, type TestProcess } from './start-process.js';
import { record, seen, unitDefined } from './transport-rig.js';

export interface KafkaCrashRig extends CrashRig {
  startRelay(options?: Partial<KafkaRelayOptions>): Promise<KafkaRelay>;
  /** A consumer in this process. */
  startConsumer(): Promise<ClearlineTransport>;
}

/** The broker is shared by all tests: a group sees only what comes after its start. */
export async function startAtTheEnd(
  brokers: string[],
  groupId: string,
  topics: string[],
): Promise<void> {
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    for (const topic of topics) {
      const ends = await admin.fetchTopicOffsets(topic);
      const partitions = ends.map(({ partition, high }) => ({ partition, offset: high }));
      await admin.setOffsets({ groupId, topic, partitions });
    }
  } finally {
    await admin.disconnect();
  }
}

/** Two services on a real broker; what runs in this process or as its own is up to the test. */
export async function createKafkaCrashRig(brokers: string[]): Promise<KafkaCrashRig> {
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
  const clock = createClock();
  const logger = createLogger('test', { level: 'silent' });
  const groupId = `crashes-${randomUUID()}`;
  const topics = ['clearline.organisation'];
  // A fresh broker elects its leaders late.
  await waitFor(() => startAtTheEnd(brokers, groupId, topics).then(() => true), {
    timeoutMs: 30_000,
  });
  const processes: TestProcess[] = [];
  let isDisposed = false;
  const stops: (() => Promise<void>)[] = [];
  return {
    producer,
    consumer,
    store: new EventStore({ schema: 'intake', source: 'urn:clearline:intake', clock }),
    async start(role, name, dieAt) {
      const started = await startProcess({ role, name, url, dieAt, kafka: { brokers, groupId } });
      processes.push(started);
      // A test that has timed out still runs.
      if (isDisposed) await started.kill();
      return started;
    },
    async startRelay(options = {}) {
      const relay = new KafkaRelay({
        database: producer,
        service: 'intake',
        brokers,
        logger,
        leaseMs: 2_000,
        ...options,
      });
      await relay.start();
      stops.push(() => relay.stop());
      return relay;
    },
    async startConsumer() {
      const transport = new ClearlineTransport({
        service: 'escalation',
        database: consumer,
        topics,
        engine: { kind: 'kafka', brokers, groupId, sessionTimeoutMs: 6_000 },
        clock,
        logger,
      });
      transport.addHandler(unitDefined, record as never, true, { clearline: 'effect' });
      await transport.listen((error) => {
        if (error) throw error as Error;
      });
      stops.push(() => transport.close());
      return transport;
    },
    async dispose() {
      isDisposed = true;
      await Promise.all([...processes.map((one) => one.kill()), ...stops.map((stop) => stop())]);
      await producer.close();
      await consumer.close();
      await drop();
    },
  };
}
