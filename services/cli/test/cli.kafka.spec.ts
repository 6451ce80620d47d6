import { createTestDatabase } from '#testing';
import { startOwnKafka } from '../../standalone/test/start-own-kafka.js';
import { cliSuite } from './cli-suite.js';
import { startProduct } from './start-product.js';

cliSuite('distributed', async () => {
  const kafka = await startOwnKafka();
  const database = await createTestDatabase();
  const product = await startProduct({
    DATABASE_URL: database.url,
    KAFKA_BROKERS: kafka.brokers.join(','),
  });
  const stop = async () => {
    await product.stop();
    await database.drop();
    await kafka.stop();
  };
  return { ...product, stop };
});
