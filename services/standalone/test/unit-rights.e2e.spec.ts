import { createTestDatabase } from '#testing';
import { unitRightsSuite } from './unit-rights-suite.js';
import { openTestStandalone } from './open-test-standalone.js';

unitRightsSuite('the embedded engine', async () => openTestStandalone(await createTestDatabase()));
