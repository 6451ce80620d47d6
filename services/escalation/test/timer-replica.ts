// A replica of the timers as a process of its own, which a test kills; see `startScript`.
import { createClock, Metrics, openDatabase } from '#platform';
import { createCaseParts } from '../src/cases/case-parts.js';
import { escalationService } from '../src/escalation.service.js';
import { TimerService } from '../src/timers/timer-service.js';
import { schema, testRuntime } from './test-runtime.js';

export interface ReplicaPlan {
  url: string;
  redisUrl?: string;
  /** A specification of its clock. */
  clock: string;
  /** Ends itself by SIGKILL in its n-th firing: everything is decided and locked, nothing committed. */
  dieInFiring?: number;
}

const plan = JSON.parse(process.argv[2]!) as ReplicaPlan;
const { url, redisUrl, dieInFiring } = plan;

// Ends with the tests that started it, however they end.
process.stdin.resume().once('end', () => process.exit(1));

const { migrations } = escalationService;
const database = await openDatabase({ url, schema, migrations, applicationName: 'replica' });
const runtime = testRuntime(database, createClock(plan.clock), redisUrl);
const parts = createCaseParts(runtime);
await parts.policies.onModuleInit();

const { timers } = parts;
const fireDue = timers.fireDue.bind(timers);
let firings = 0;
timers.fireDue = (now, limit, fire) =>
  fireDue(now, limit, async (tx, ids) => {
    await fire(tx, ids);
    firings += 1;
    if (firings === dieInFiring) process.kill(process.pid, 'SIGKILL');
  });
await new TimerService(runtime, parts, new Metrics()).onApplicationBootstrap();
console.log('ready');
