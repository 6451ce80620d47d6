import { describeTimers } from '../../test/timer-conformance.js';
import { describeTimerFaults } from '../../test/timer-faults.js';

describeTimers('PostgreSQL', () => undefined);
describeTimerFaults('PostgreSQL', () => undefined);
