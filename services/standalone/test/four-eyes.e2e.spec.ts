import { createTestDatabase } from '#testing';
import { fourEyesSuite } from './four-eyes-suite.js';
import { openTestStandalone } from './open-test-standalone.js';

fourEyesSuite('the embedded engine', async () => openTestStandalone(await createTestDatabase()));
