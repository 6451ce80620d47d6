// The project `kafka` has, beside PostgreSQL, a real broker with the topics of the product.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKafka } from '../../../infra/kafka/launch.mjs';
import { createTopics } from '../../../infra/kafka/topics.mjs';
import startDatabase from './global-setup.mjs';

export default async function setup() {
  await startDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'clearline-kafka-'));
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const kafka = await startKafka({ dataDir });
  globalThis.clearlineTestServers.kafka = kafka;
  await createTopics(kafka.brokers);
  process.env.CLEARLINE_TEST_KAFKA_BROKERS = kafka.brokers.join(',');
}
