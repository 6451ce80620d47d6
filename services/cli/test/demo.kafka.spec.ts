import { createTestDatabase } from '#testing';
import { startOwnKafka } from '../../standalone/test/start-own-kafka.js';
import { demoSuite } from './demo-suite.js';
import { makeSecrets } from './start-product.js';

/**
 * Alerts at night, three hundred cases at once: what the engine has most to do with. Every
 * command of the others is played on Kafka by the suites of `services/standalone` too; with CLEARLINE_WHOLE they are
 * played here as well.
 */
const chosen = ['gas-leak', 'water-outage'];
const names = process.env['CLEARLINE_WHOLE'] ? undefined : chosen;

const environment = async () => {
  const kafka = await startOwnKafka();
  const database = await createTestDatabase();
  const drop = async () => {
    await database.drop();
    await kafka.stop();
  };
  const servers = { DATABASE_URL: database.url, KAFKA_BROKERS: kafka.brokers.join(',') };
  return { env: { ...makeSecrets(), ...servers }, drop };
};

demoSuite('distributed', environment, names);
