import { createTestDatabase } from '#testing';
import { standardAnswersSuite } from './standard-answers-suite.js';
import { openTestStandalone } from './open-test-standalone.js';

standardAnswersSuite('the embedded engine', async () =>
  openTestStandalone(await createTestDatabase()),
);
