import { createTestDatabase } from '#testing';
import { attachmentSuite } from './attachment-suite.js';
import { openTestStandalone } from './open-test-standalone.js';
import { startOwnKafka } from './start-own-kafka.js';

attachmentSuite('Kafka', async () => {
  const kafka = await startOwnKafka();
  const product = await openTestStandalone(await createTestDatabase(), {
    engine: 'distributed',
    kafkaBrokers: kafka.brokers,
  });
  const close = async () => {
    await product.close();
    await kafka.stop();
  };
  return { ...product, close };
});
