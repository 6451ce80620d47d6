import { createTestDatabase } from '#testing';
import { remindersSuite } from './reminders-suite.js';
import { openTestStandalone } from './open-test-standalone.js';

remindersSuite('the embedded engine', async () => openTestStandalone(await createTestDatabase()));
