import type { EventStore, ServiceRuntime } from '#eventing';
import { CoachStore } from '../coach/coach-store.js';
import { StaffShelf } from '../duty/staff-shelf.js';
import { PolicyStore } from '../policies/policy-store.js';
import { PostgresTimerEngine } from '../timers/postgres-timer-engine.js';
import { RedisTimerEngine } from '../timers/redis-timer-engine.js';
import type { TimerEngine } from '../timers/timer-engine.js';

/** Injection token of `CaseParts`. */
export const CASE_PARTS = Symbol('clearline.case-parts');

/** What every transaction on cases needs: one set per process, shared by handlers, commands and timers. */
export interface CaseParts {
  readonly events: EventStore;
  readonly policies: PolicyStore;
  readonly coach: CoachStore;
  readonly staff: StaffShelf;
  readonly timers: TimerEngine;
}

/** The timer engine follows the configuration: Redis where there is one, the database otherwise. */
export function createCaseParts(runtime: ServiceRuntime): CaseParts {
  const { database, config, events, logger } = runtime;
  const timers = config.redisUrl
    ? new RedisTimerEngine({ database, url: config.redisUrl, logger })
    : new PostgresTimerEngine(database);
  const [policies, coach] = [new PolicyStore(runtime), new CoachStore(runtime)];
  return { events, policies, coach, staff: new StaffShelf(), timers };
}
