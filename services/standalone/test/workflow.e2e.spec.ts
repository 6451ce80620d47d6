import { createTestDatabase } from '#testing';
import { openTestStandalone } from './open-test-standalone.js';
import { workflowSuite } from './workflow-suite.js';

workflowSuite('the embedded engine', async () => openTestStandalone(await createTestDatabase()));
