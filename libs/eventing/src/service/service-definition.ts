import type { DynamicModule } from '@nestjs/common';
import type {
  Clock,
  Database,
  HealthRegistry,
  Logger,
  Migration,
  PersonalDataKeys,
  PlatformConfig,
} from '#platform';
import type { BatchScopeFactory } from '../consume/handlers.js';
import type { LogSignal } from '../consume/log-signal.js';
import type { Precedence, WorkKind } from '../consume/precedence.js';
import type { EventStore } from '../store/event-store.js';
import type { Peers } from './peers.js';
import type { ProjectionRebuild } from './projection-rebuild.js';

/** Injection token of a service's `ServiceRuntime`. */
export const RUNTIME = Symbol.for('clearline.runtime');

/** What a service gets to work with; the same on both engines. */
export interface ServiceRuntime {
  service: string;
  config: PlatformConfig;
  clock: Clock;
  logger: Logger;
  database: Database;
  keys: PersonalDataKeys;
  events: EventStore;
  signal: LogSignal;
  precedence: Precedence;
  health: HealthRegistry;
  /** The API of the other services. */
  peers: Peers;
  /** The services in this process, by name. */
  together: ReadonlySet<string>;
  /** Of a service with read models, once it is booted. */
  projections?: ProjectionRebuild;
}

/** A service as it is booted, alone or beside others. */
export interface ServiceDefinition {
  name: string;
  migrations: Migration[];
  /** Topics whose events its handlers take. */
  subscribes: string[];
  /** Topics that other systems publish to; they exist on Kafka only. */
  inbound?: string[];
  writesEvents: boolean;
  /** What its handlers do, where one process does everything. Default `reports`. */
  workKind?: WorkKind;
  /** The tables that its projections feed, when they can be rebuilt from the logs. */
  readModels?: string[];
  module(runtime: ServiceRuntime): DynamicModule;
  scopes?(runtime: ServiceRuntime): BatchScopeFactory<unknown>;
}

/** The transport id that binds a handler to its own service's transport: `@EventPattern(type, serviceTransport('reporting'), projection())`. */
export function serviceTransport(service: string): symbol {
  return Symbol.for(`clearline.${service}`);
}
