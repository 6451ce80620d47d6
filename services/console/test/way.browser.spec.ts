import { openTestConsole } from './open-test-console.js';
import { waySuite } from './way-suite.js';

waySuite('the embedded engine', openTestConsole);
