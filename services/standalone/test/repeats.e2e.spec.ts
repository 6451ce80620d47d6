import { createTestDatabase } from '#testing';
import { openTestStandalone } from './open-test-standalone.js';
import { repeatsSuite } from './repeats-suite.js';

repeatsSuite('the embedded engine', async () => openTestStandalone(await createTestDatabase()));
