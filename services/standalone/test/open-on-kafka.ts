import type { PlatformConfig } from '#platform';
import { createTestDatabase } from '#testing';
import { openTestStandalone } from './open-test-standalone.js';
import type { TestStandalone } from './open-test-standalone.js';
import { startOwnKafka } from './start-own-kafka.js';

export interface TestOnKafka extends TestStandalone {
  brokers: string[];
}

/** The whole product over a database and a broker of its own; closing it stops the broker too. */
export async function openOnKafka(changes: Partial<PlatformConfig> = {}): Promise<TestOnKafka> {
  const kafka = await startOwnKafka();
  const product = await openTestStandalone(await createTestDatabase(), {
    engine: 'distributed',
    kafkaBrokers: kafka.brokers,
    ...changes,
  }).catch(async (error: unknown) => {
    await kafka.stop();
    throw error;
  });
  const close = async () => {
    await product.close();
    await kafka.stop();
  };
  return { ...product, brokers: kafka.brokers, close };
}
