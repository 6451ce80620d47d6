import { createTestDatabase } from '#testing';
import { rightsSuite } from './rights-suite.js';
import { openTestStandalone } from './open-test-standalone.js';

rightsSuite('the embedded engine', async () => openTestStandalone(await createTestDatabase()));
