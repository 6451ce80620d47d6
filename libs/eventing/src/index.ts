import type { KeyObject } from 'node:crypto';
import type { Database, Logger, Tx } from '#platform';
import type { LogSignal } from './consume/log-signal.js';

export type {
  LogCursor,
  LogEvent,
  NewEvent,
  RawEvent,
  StoredEvent,
  StreamHead,
} from './store/stored-event.js';
export { AwaitingCase, LeaseLost, PermanentError, StaleVersion } from './errors.js';
export { effect, projection } from './consume/handlers.js';
export type {
  BatchContext,
  BatchScopeFactory,
  HandlerExtras,
  HandlerKind,
} from './consume/handlers.js';
export { LogSignal } from './consume/log-signal.js';

export { EventStore } from './store/event-store.js';
export type { AppendBatch, EventStoreOptions } from './store/event-store.js';
export { eventStoreMigrations } from './store/store-migrations.js';
export { consumerMigrations } from './store/consumer-migrations.js';
export { partitionCount, partitionOf } from './store/partition-of.js';
export { readLog } from './store/read-log.js';
export type { ReadLogOptions } from './store/read-log.js';
export { FailureDesk } from './consume/failure-desk.js';
export type { DeadLetter, ListOptions, ParkedEvent } from './consume/failure-desk.js';
export type { LogSource } from './embedded/log-dispatcher.js';
export { ClearlineTransport } from './transport/clearline-transport.js';
export { OriginalErrorFilter } from './transport/original-error-filter.js';
export type {
  EngineOptions,
  LagReport,
  RebuildOptions,
  TransportOptions,
} from './transport/transport-options.js';
export { waitUntilCaughtUp } from './transport/wait-until-caught-up.js';

// Signatures first, so that every folder compiles; each is replaced by its own file.
export declare class LogSealer {
  constructor(options: {
    database: Database;
    service: string;
    sealKey: KeyObject;
    dataDir: string;
    signal?: LogSignal;
    logger: Logger;
  });
  start(): void;
  /** Seals what is left, gives the lease back. */
  stop(): Promise<void>;
}
export interface Finding {
  kind:
    | 'altered'
    | 'deleted'
    | 'inserted'
    | 'truncated'
    | 'stream-removed'
    | 'seal-broken'
    | 'seal-missing';
  stream?: string;
  sequence?: number;
  eventId?: string;
  seal?: number;
  detail: string;
}
export interface LogVerification {
  service: string;
  events: number;
  streams: number;
  seals: number;
  /** Appended since the last seal. */
  unsealed: number;
  findings: Finding[];
}
export declare function verifyLog(options: {
  database: Tx;
  schema: string;
  service: string;
  sealKey: KeyObject;
  dataDir?: string;
}): Promise<LogVerification>;
export declare class KafkaRelay {
  constructor(options: {
    database: Database;
    service: string;
    brokers: string[];
    signal?: LogSignal;
    logger: Logger;
  });
  start(): Promise<void>;
  stop(): Promise<void>;
  lag(): Promise<number>;
}
