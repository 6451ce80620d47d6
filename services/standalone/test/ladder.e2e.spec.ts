import { createTestDatabase } from '#testing';
import { ladderPace, ladderSuite } from './ladder-suite.js';
import { openTestStandalone } from './open-test-standalone.js';

ladderSuite('the embedded engine', async () =>
  openTestStandalone(await createTestDatabase(), { clock: ladderPace() }),
);
