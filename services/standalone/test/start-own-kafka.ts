import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Launcher {
  startKafka(options: { dataDir: string }): Promise<{ brokers: string[]; stop(): Promise<void> }>;
}
interface Topics {
  createTopics(brokers: string[]): Promise<string[]>;
}

/**
 * A broker of this test's own: the services' consumer groups have fixed names, so two products on the
 * run's shared broker would take each other's events.
 */
export async function startOwnKafka(): Promise<{ brokers: string[]; stop(): Promise<void> }> {
  const launcher = '../../../infra/kafka/launch.mjs';
  const topics = '../../../infra/kafka/topics.mjs';
  const { startKafka } = (await import(launcher)) as Launcher;
  const { createTopics } = (await import(topics)) as Topics;
  const dataDir = mkdtempSync(join(tmpdir(), 'clearline-own-kafka-'));
  const kafka = await startKafka({ dataDir });
  await createTopics(kafka.brokers);
  return {
    brokers: kafka.brokers,
    async stop() {
      await kafka.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
