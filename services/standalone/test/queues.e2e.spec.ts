import { createTestDatabase } from '#testing';
import { queuesSuite } from './queues-suite.js';
import { openTestStandalone } from './open-test-standalone.js';

queuesSuite('the embedded engine', async () => openTestStandalone(await createTestDatabase()));
