import { createTestDatabase } from '#testing';
import { attachmentSuite } from './attachment-suite.js';
import { openTestStandalone } from './open-test-standalone.js';

attachmentSuite('the embedded engine', async () => openTestStandalone(await createTestDatabase()));
