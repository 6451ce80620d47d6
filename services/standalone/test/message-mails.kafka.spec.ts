import { createTestDatabase } from '#testing';
import { messageMailSuite } from './message-mail-suite.js';
import { openTestStandalone } from './open-test-standalone.js';
import { startOwnKafka } from './start-own-kafka.js';

messageMailSuite('Kafka', async (changes) => {
  const kafka = await startOwnKafka();
  const product = await openTestStandalone(await createTestDatabase(), {
    ...changes,
    engine: 'distributed',
    kafkaBrokers: kafka.brokers,
  });
  const close = async () => {
    await product.close();
    await kafka.stop();
  };
  return { ...product, close };
});
