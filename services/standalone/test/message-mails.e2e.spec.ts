import { createTestDatabase } from '#testing';
import { messageMailSuite } from './message-mail-suite.js';
import { openTestStandalone } from './open-test-standalone.js';

messageMailSuite('the embedded engine', async (changes) =>
  openTestStandalone(await createTestDatabase(), changes),
);
