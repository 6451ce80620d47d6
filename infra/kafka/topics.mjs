// The topics of the product, with partitions and retention said outright.
// node infra/kafka/topics.mjs --brokers host:port[,host:port] [--replication 1]   makes what is missing
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Kafka, logLevel } from 'kafkajs';

const dayMs = 86_400_000;
/** More than the consumers of one service will ever be; a later change would move keys and break order. */
const partitions = 12;

const written = [
  'complaints',
  'callbacks',
  'surveys',
  'customers',
  'organisation',
  'cases',
  'sla',
  'satisfaction',
  'churn',
].map((name) => `clearline.${name}`);
const inbound = ['complaints', 'callbacks', 'surveys', 'customers'].map(
  (name) => `clearline.inbound.${name}`,
);

// The services' own tables are the record; a topic only has to outlast an absent consumer.
const kept = (days) => ({ 'cleanup.policy': 'delete', 'retention.ms': String(days * dayMs) });
const compacted = { 'cleanup.policy': 'compact', 'segment.ms': String(3_600_000) };

/** Every topic with its settings; a DLQ topic keeps the partitions of what it copies. */
export const topicDefinitions = [
  ...[...written, ...inbound].flatMap((topic) => [
    { topic, partitions, settings: kept(30) },
    { topic: `${topic}.dlq`, partitions, settings: kept(90) },
  ]),
  // Read from its beginning by whoever verifies: an hour of seals at most, and the latest of each log.
  { topic: 'clearline.seals', partitions: 1, settings: compacted },
];

/** Makes the topics that are missing and leaves those that exist as they are. */
export async function createTopics(brokers, { replication = 1 } = {}) {
  const kafka = new Kafka({ brokers, clientId: 'clearline-topics', logLevel: logLevel.ERROR });
  const admin = kafka.admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const missing = topicDefinitions.filter(({ topic }) => !existing.has(topic));
    if (missing.length > 0) {
      await admin.createTopics({
        waitForLeaders: true,
        timeout: 30_000,
        topics: missing.map(({ topic, partitions: count, settings }) => ({
          topic,
          numPartitions: count,
          replicationFactor: replication,
          configEntries: Object.entries(settings).map(([name, value]) => ({ name, value })),
        })),
      });
    }
    return missing.map(({ topic }) => topic);
  } finally {
    await admin.disconnect();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      brokers: { type: 'string', default: process.env.KAFKA_BROKERS ?? 'localhost:9092' },
      replication: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(
      'node infra/kafka/topics.mjs [--brokers host:port,...] [--replication 1]: makes the topics that are missing',
    );
    process.exit(0);
  }
  const replication = Number(values.replication);
  const made = await createTopics(values.brokers.split(','), { replication });
  console.log(`${made.length} topics made, ${topicDefinitions.length - made.length} were there`);
}
