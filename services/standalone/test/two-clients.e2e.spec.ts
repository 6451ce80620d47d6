import { createTestDatabase } from '#testing';
import { openTestStandalone } from './open-test-standalone.js';
import { twoClientsSuite } from './two-clients-suite.js';

twoClientsSuite('the embedded engine', async () => openTestStandalone(await createTestDatabase()));
