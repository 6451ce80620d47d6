import { createTestDatabase } from '#testing';
import { ordersSuite } from './orders-suite.js';
import { openTestStandalone } from './open-test-standalone.js';

ordersSuite('the embedded engine', async () => openTestStandalone(await createTestDatabase()));
