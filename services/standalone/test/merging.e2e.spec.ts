import { createTestDatabase } from '#testing';
import { mergingSuite } from './merging-suite.js';
import { openTestStandalone } from './open-test-standalone.js';

mergingSuite('the embedded engine', async () => openTestStandalone(await createTestDatabase()));
