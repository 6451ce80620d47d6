import type { Admin, ITopicConfig } from 'kafkajs';
import { sealsTopic, topics } from '#contracts';
import { CommandFailure } from '../command-failure.js';

/** What Clearline writes itself; what others published to the inbound topics stays for it to take. */
const ownTopics = [...Object.values(topics).flatMap((name) => [name, `${name}.dlq`]), sealsTopic];
const configOfTopic = 2;
const settingOfTopic = 1;

/**
 * Makes sure that the topics hold nothing: consumers of the restored logs must not meet another past.
 * With `recreate` those that do are deleted and made again with the settings they had.
 * @throws CommandFailure naming what is in them
 */
export async function prepareTopics(brokers: string[], recreate: boolean): Promise<void> {
  const { Kafka, logLevel } = await import('kafkajs');
  const kafka = new Kafka({
    brokers,
    clientId: 'clearline-restore',
    logLevel: logLevel.NOTHING,
    retry: { retries: 3 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
  } catch {
    throw new CommandFailure(`no Kafka answers at ${brokers.join(', ')}`);
  }
  try {
    const filled = await filledTopics(admin);
    if (filled.length === 0) return;
    if (!recreate) {
      const names = filled.map(({ topic, records }) => `${topic} (${records} records)`);
      throw new CommandFailure(
        `the topics are not empty: ${names.join(', ')}; --recreate-topics deletes and makes them again`,
      );
    }
    await recreateTopics(
      admin,
      filled.map(({ topic }) => topic),
    );
  } finally {
    await admin.disconnect();
  }
}

async function filledTopics(admin: Admin): Promise<{ topic: string; records: number }[]> {
  const present = new Set(await admin.listTopics());
  const counted = await Promise.all(
    ownTopics
      .filter((topic) => present.has(topic))
      .map(async (topic) => {
        const offsets = await admin.fetchTopicOffsets(topic);
        const records = offsets.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
        return { topic, records };
      }),
  );
  return counted.filter(({ records }) => records > 0);
}

async function recreateTopics(admin: Admin, names: string[]): Promise<void> {
  const { topics: found } = await admin.fetchTopicMetadata({ topics: names });
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: names.map((name) => ({ type: configOfTopic, name })),
  });
  const made: ITopicConfig[] = found.map(({ name, partitions }) => ({
    topic: name,
    numPartitions: partitions.length,
    replicationFactor: partitions[0]?.replicas.length ?? 1,
    configEntries: resources
      .filter(({ resourceName }) => resourceName === name)
      .flatMap(({ configEntries }) => configEntries)
      .filter((entry) => Number(entry.configSource) === settingOfTopic)
      .map(({ configName, configValue }) => ({ name: configName, value: configValue })),
  }));
  await admin.deleteTopics({ topics: names, timeout: 30_000 });
  // A deletion is done a moment after the answer; until then the name is taken.
  for (let left = 50; ; left -= 1) {
    try {
      await admin.createTopics({ topics: made, waitForLeaders: true, timeout: 30_000 });
      const present = new Set(await admin.listTopics());
      if (names.every((name) => present.has(name))) return;
    } catch (error) {
      if (left === 0) throw error;
    }
    if (left === 0) throw new CommandFailure(`the topics were not made again: ${names.join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
