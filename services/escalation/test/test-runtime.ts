import { EventStore, LogSignal, Peers, Precedence } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { createLogger, HealthRegistry, PersonalDataKeys } from '#platform';
import type { Clock, Database } from '#platform';
import { testConfig } from '#testing';

export const schema = 'escalation';

/** What escalation runs with, on a database that is there. */
export function testRuntime(database: Database, clock: Clock, redisUrl?: string): ServiceRuntime {
  const signal = new LogSignal();
  const config = testConfig(redisUrl ? { redisUrl } : {});
  return {
    service: schema,
    config,
    clock,
    logger: createLogger(schema, { level: 'error' }),
    database,
    keys: new PersonalDataKeys({ masterKey: config.masterKey, clock }),
    events: new EventStore({ schema, source: 'urn:clearline:escalation', clock, signal }),
    signal,
    precedence: new Precedence(),
    health: new HealthRegistry(),
    peers: new Peers({}),
    together: new Set([schema]),
  };
}
