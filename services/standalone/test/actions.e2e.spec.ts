import { createTestDatabase } from '#testing';
import { actionPace, actionsSuite } from './actions-suite.js';
import { openTestStandalone } from './open-test-standalone.js';

actionsSuite('the embedded engine', async () =>
  openTestStandalone(await createTestDatabase(), { clock: actionPace() }),
);
