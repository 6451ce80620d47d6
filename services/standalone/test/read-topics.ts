import { Kafka, logLevel } from 'kafkajs';
import { waitFor } from '#testing';

export interface TopicRecord {
  topic: string;
  /** Key, headers and value, as text. */
  content: string;
}

/** Every record of every topic that the broker holds, but its own offsets. */
export async function readTopics(brokers: string[]): Promise<TopicRecord[]> {
  const kafka = new Kafka({ brokers, clientId: 'auditor', logLevel: logLevel.ERROR });
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => !topic.startsWith('__'));
  const missing = new Map<string, bigint>();
  for (const topic of topics) {
    for (const { partition, high, low } of await admin.fetchTopicOffsets(topic)) {
      if (BigInt(high) > BigInt(low)) missing.set(`${topic} ${partition}`, BigInt(high) - 1n);
    }
  }
  await admin.disconnect();
  const records: TopicRecord[] = [];
  const consumer = kafka.consumer({ groupId: `auditor-${Date.now()}` });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachMessage: ({ topic, partition, message }) => {
      const { key, value, headers = {}, offset } = message;
      const told = Object.entries(headers).map(([name, text]) => `${name}=${String(text)}`);
      records.push({ topic, content: [String(key), ...told, String(value)].join('\n') });
      const place = `${topic} ${partition}`;
      if (BigInt(offset) >= (missing.get(place) ?? -1n)) missing.delete(place);
      return Promise.resolve();
    },
  });
  await waitFor(() => missing.size === 0, { timeoutMs: 30_000, describe: 'every record' });
  await consumer.disconnect();
  return records;
}
