import { createTestDatabase } from '#testing';
import { incidentsSuite } from './incidents-suite.js';
import { openTestStandalone } from './open-test-standalone.js';

incidentsSuite('the embedded engine', async () => openTestStandalone(await createTestDatabase()));
