import { createTestDatabase } from '#testing';
import { endpointSuite } from './endpoint-suite.js';
import { openTestStandalone } from './open-test-standalone.js';

endpointSuite('the embedded engine', async () => openTestStandalone(await createTestDatabase()));
