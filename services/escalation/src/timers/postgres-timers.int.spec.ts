import { describeTimers } from '../../test/timer-conformance.js';

describeTimers('PostgreSQL', () => undefined);
