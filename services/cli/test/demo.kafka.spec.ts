import { createTestDatabase } from '#testing';
import { startOwnKafka } from '../../standalone/test/start-own-kafka.js';
import { demoSuite } from './demo-suite.js';
import { makeSecrets } from './start-product.js';

demoSuite('distributed', async () => {
  const kafka = await startOwnKafka();
  const database = await createTestDatabase();
  const drop = async () => {
    await database.drop();
    await kafka.stop();
  };
  const servers = { DATABASE_URL: database.url, KAFKA_BROKERS: kafka.brokers.join(',') };
  return { env: { ...makeSecrets(), ...servers }, drop };
});
