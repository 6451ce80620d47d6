import { createTestDatabase } from '#testing';
import { dutySuite } from './duty-suite.js';
import { openTestStandalone } from './open-test-standalone.js';

dutySuite('the embedded engine', async () => openTestStandalone(await createTestDatabase()));
