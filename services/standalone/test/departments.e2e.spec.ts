import { createTestDatabase } from '#testing';
import { departmentsSuite } from './departments-suite.js';
import { openTestStandalone } from './open-test-standalone.js';

departmentsSuite('the embedded engine', async () => openTestStandalone(await createTestDatabase()));
