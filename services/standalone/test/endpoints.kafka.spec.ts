import { createTestDatabase } from '#testing';
import { endpointSuite } from './endpoint-suite.js';
import { openTestStandalone } from './open-test-standalone.js';
import { startOwnKafka } from './start-own-kafka.js';

endpointSuite('Kafka', async () => {
  const kafka = await startOwnKafka();
  const database = await createTestDatabase();
  const product = await openTestStandalone(database, {
    engine: 'distributed',
    kafkaBrokers: kafka.brokers,
  });
  const close = async () => {
    await product.close();
    await kafka.stop();
  };
  return { ...product, close };
});
