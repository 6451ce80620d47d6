import { createTestDatabase } from '#testing';
import { ladderPace } from './ladder-suite.js';
import { openTestStandalone } from './open-test-standalone.js';
import { triggerSuite } from './trigger-suite.js';

triggerSuite('the embedded engine', async () =>
  openTestStandalone(await createTestDatabase(), { clock: ladderPace() }),
);
