import { afterAll } from '@jest/globals';
import { caseStatusSuite } from './case-status-suite.js';
import { departmentsSuite } from './departments-suite.js';
import { dutySuite } from './duty-suite.js';
import { fourEyesSuite } from './four-eyes-suite.js';
import { incidentsSuite } from './incidents-suite.js';
import { mergingSuite } from './merging-suite.js';
import { openOnKafka } from './open-on-kafka.js';
import type { TestStandalone } from './open-test-standalone.js';
import { ordersSuite } from './orders-suite.js';
import { overridesSuite } from './overrides-suite.js';
import { queuesSuite } from './queues-suite.js';
import { remindersSuite } from './reminders-suite.js';
import { repeatsSuite } from './repeats-suite.js';
import { rightsSuite } from './rights-suite.js';
import { safetySuite } from './safety-suite.js';
import { standardAnswersSuite } from './standard-answers-suite.js';
import { unitRightsSuite } from './unit-rights-suite.js';

let product: Promise<TestStandalone> | undefined;
/** One start for all of them: a suite that is done leaves the product to the next one. */
const open = async () => ({
  ...(await (product ??= openOnKafka())),
  close: () => Promise.resolve(),
});
afterAll(async () => (await product)?.close(), 180_000);

// Knows every case there is: it comes first.
unitRightsSuite('Kafka', open);
rightsSuite('Kafka', open);

ordersSuite('Kafka', open);
departmentsSuite('Kafka', open);
mergingSuite('Kafka', open);
overridesSuite('Kafka', open);
standardAnswersSuite('Kafka', open);
remindersSuite('Kafka', open);
caseStatusSuite('Kafka', open);
incidentsSuite('Kafka', open);

// Each with a policy of its own, which holds for all that come later.
queuesSuite('Kafka', open);
safetySuite('Kafka', open);
repeatsSuite('Kafka', open);
fourEyesSuite('Kafka', open);
dutySuite('Kafka', open);
