import { createTestDatabase } from '#testing';
import { ladderPace } from './ladder-suite.js';
import { openTestStandalone } from './open-test-standalone.js';
import { startOwnKafka } from './start-own-kafka.js';
import { triggerSuite } from './trigger-suite.js';

triggerSuite('Kafka', async () => {
  const kafka = await startOwnKafka();
  const product = await openTestStandalone(await createTestDatabase(), {
    engine: 'distributed',
    kafkaBrokers: kafka.brokers,
    clock: ladderPace(),
  });
  const close = async () => {
    await product.close();
    await kafka.stop();
  };
  return { ...product, close };
});
