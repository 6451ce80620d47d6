import { createTestDatabase } from '#testing';
import { mailSuite } from './mail-suite.js';
import { openTestStandalone } from './open-test-standalone.js';

mailSuite('the embedded engine', async (changes) =>
  openTestStandalone(await createTestDatabase(), changes),
);
