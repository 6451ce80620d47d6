import { startOwnKafka } from '../../standalone/test/start-own-kafka.js';
import { openTestConsole } from './open-test-console.js';
import { waySuite } from './way-suite.js';

waySuite('Kafka', async () => {
  const kafka = await startOwnKafka();
  const tests = await openTestConsole({ engine: 'distributed', kafkaBrokers: kafka.brokers });
  const close = async () => {
    await tests.close();
    await kafka.stop();
  };
  return { ...tests, close };
});
