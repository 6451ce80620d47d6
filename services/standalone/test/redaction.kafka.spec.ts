import { expect, it } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';
import { inboundTopics, topics } from '#contracts';
import { createTestDatabase, waitFor } from '#testing';
import { startProduct } from '../../cli/test/start-product.js';
import { findLeaks } from './find-leaks.js';
import { refusedRecord } from './personal-inputs.js';
import { readTopics } from './read-topics.js';
import type { TopicRecord } from './read-topics.js';
import { redactionSuite } from './redaction-suite.js';
import { startOwnKafka } from './start-own-kafka.js';

let brokers: string[];

/** What other systems publish is theirs and in plain text; its dead letters keep their bytes. */
const publishedByOthers = [inboundTopics.complaints, `${inboundTopics.complaints}.dlq`];

redactionSuite(
  'Kafka',
  async () => {
    const kafka = await startOwnKafka();
    brokers = kafka.brokers;
    const database = await createTestDatabase();
    const servers = { DATABASE_URL: database.url, KAFKA_BROKERS: brokers.join(',') };
    const product = await startProduct(servers, { LOG_LEVEL: 'debug' });
    const stop = async () => {
      await product.stop();
      await database.drop();
      await kafka.stop();
    };
    return { product, databaseUrl: database.url, stop };
  },
  (rig, texts) => {
    it('is in no key, header or value of any record of any topic, dead letters included', async () => {
      await publish(inboundTopics.complaints, refusedRecord);
      await publish(topics.cases, { of: 'no contract' });
      const lettersOf = (records: TopicRecord[]) =>
        records.filter(({ topic }) => topic.endsWith('.dlq')).map(({ topic }) => topic);
      const records = await waitFor<TopicRecord[] | undefined>(
        async () => {
          const found = await readTopics(brokers);
          const letters = lettersOf(found);
          const isThere = (topic: string) => letters.includes(`${topic}.dlq`);
          return isThere(topics.cases) && isThere(inboundTopics.complaints) ? found : undefined;
        },
        { timeoutMs: 40_000, everyMs: 500, describe: 'the copies of dead letters' },
      );
      const seen = new Set(records.map(({ topic }) => topic));
      const silent = Object.values(topics).filter((topic) => !seen.has(topic));
      expect(silent).toEqual([]);
      const ours = records.filter(({ topic }) => !publishedByOthers.includes(topic));
      expect(ours.length).toBeGreaterThan(300);
      const contents = ours.map(({ content }) => content).join('\n');
      expect(findLeaks('topics', contents, texts)).toEqual([]);
      // The scan does find what is there: the record of another system.
      const theirs = records.filter(({ topic }) => publishedByOthers.includes(topic));
      expect(findLeaks('', theirs.map(({ content }) => content).join(), texts)).not.toEqual([]);
    }, 180_000);

    it('is in no listing of the dead letters', async () => {
      const letters = await rig().product.call('GET', '/api/v1/dlq');
      expect((letters['items'] as unknown[]).length).toBeGreaterThan(1);
      expect(findLeaks('dlq', JSON.stringify(letters), texts)).toEqual([]);
    });
  },
);

async function publish(topic: string, body: object): Promise<void> {
  const producer = new Kafka({ brokers, clientId: 'crm', logLevel: logLevel.ERROR }).producer();
  await producer.connect();
  await producer.send({ topic, messages: [{ key: 'K', value: JSON.stringify(body) }] });
  await producer.disconnect();
}
