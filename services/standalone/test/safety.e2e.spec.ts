import { createTestDatabase } from '#testing';
import { safetySuite } from './safety-suite.js';
import { openTestStandalone } from './open-test-standalone.js';

safetySuite('the embedded engine', async () => openTestStandalone(await createTestDatabase()));
