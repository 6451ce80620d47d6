import { createTestDatabase } from '#testing';
import { caseStatusSuite } from './case-status-suite.js';
import { openTestStandalone } from './open-test-standalone.js';

caseStatusSuite('the embedded engine', async () => openTestStandalone(await createTestDatabase()));
