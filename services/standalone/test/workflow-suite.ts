import { afterAll } from '@jest/globals';
import { attachmentSuite } from './attachment-suite.js';
import { caseStatusSuite } from './case-status-suite.js';
import { departmentsSuite } from './departments-suite.js';
import { dutySuite } from './duty-suite.js';
import { fourEyesSuite } from './four-eyes-suite.js';
import { incidentsSuite } from './incidents-suite.js';
import { mergingSuite } from './merging-suite.js';
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

/**
 * What people do with cases, with one start for all of it: a suite that is done leaves the product, and what it made
 * there, to the next one.
 */
export function workflowSuite(engine: string, start: () => Promise<TestStandalone>): void {
  let product: Promise<TestStandalone> | undefined;
  const open = async () => ({
    ...(await (product ??= start())),
    close: () => Promise.resolve(),
  });
  afterAll(async () => (await product)?.close(), 180_000);

  // Knows every case there is: it comes first.
  unitRightsSuite(engine, open);
  rightsSuite(engine, open);

  attachmentSuite(engine, open);
  ordersSuite(engine, open);
  departmentsSuite(engine, open);
  mergingSuite(engine, open);
  overridesSuite(engine, open);
  standardAnswersSuite(engine, open);
  remindersSuite(engine, open);
  caseStatusSuite(engine, open);
  incidentsSuite(engine, open);

  // Each with a policy of its own, which holds for all that come later.
  queuesSuite(engine, open);
  safetySuite(engine, open);
  repeatsSuite(engine, open);
  fourEyesSuite(engine, open);
  dutySuite(engine, open);
}
