import { createTestDatabase } from '#testing';
import { overridesSuite } from './overrides-suite.js';
import { openTestStandalone } from './open-test-standalone.js';

overridesSuite('the embedded engine', async () => openTestStandalone(await createTestDatabase()));
