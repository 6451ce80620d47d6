import { inboundTopics, sealsTopic, topics } from '#contracts';
import { expect, it } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';
import { testKafkaBrokers } from './test-kafka.js';

it('makes every topic of the contracts with 12 partitions, and its DLQ', async () => {
  const admin = new Kafka({ brokers: testKafkaBrokers(), logLevel: logLevel.ERROR }).admin();
  await admin.connect();
  try {
    const named = [...Object.values(topics), ...Object.values(inboundTopics)];
    const { topics: found } = await admin.fetchTopicMetadata();
    const made = Object.fromEntries(
      found
        .filter(({ name }) => name.startsWith('clearline.'))
        .map(({ name, partitions }) => [name, partitions.length]),
    );
    const expected = named.flatMap((name) => [
      [name, 12],
      [`${name}.dlq`, 12],
    ]);
    expect(made).toEqual({ ...Object.fromEntries(expected), [sealsTopic]: 1 });
  } finally {
    await admin.disconnect();
  }
});
