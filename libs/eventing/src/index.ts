import type { KeyObject } from 'node:crypto';
import type { ExceptionFilter } from '@nestjs/common';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type { Observable } from 'rxjs';
import type { Clock, Database, Logger, Migration, ReadinessCheck, Tx } from '#platform';
import type { BatchScopeFactory } from './consume/handlers.js';
import type { LogSignal } from './consume/log-signal.js';
import type {
  LogCursor,
  LogEvent,
  NewEvent,
  StoredEvent,
  StreamHead,
} from './store/stored-event.js';

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

// Signatures first, so that every folder compiles; each is replaced by its own file.
export declare class EventStore {
  constructor(options: { schema: string; source: string; clock: Clock });
  append(
    tx: Tx,
    batches: { head: StreamHead; events: NewEvent[] }[],
  ): Promise<{ heads: StreamHead[] }>;
  readStream(tx: Tx, stream: string): Promise<StoredEvent[]>;
  readLog(tx: Tx, after: LogCursor | undefined, limit: number): Promise<LogEvent[]>;
}
export declare function eventStoreMigrations(): Migration[];
export declare function consumerMigrations(): Migration[];
/** A log of another service, read with the consumer's own pool (embedded engine). */
export interface LogSource {
  schema: string;
  service: string;
}
export type EngineOptions =
  | { kind: 'embedded'; logs: LogSource[]; signal: LogSignal; lanes?: number }
  | { kind: 'kafka'; brokers: string[]; groupId?: string };
export interface LagReport {
  service: string;
  /** Events not yet handled, parked keys not counted. */
  pending: number;
  parked: number;
  deadLetters: number;
  logs: { log: string; pending: number }[];
}
export interface TransportOptions {
  service: string;
  database: Database;
  topics: string[];
  engine: EngineOptions;
  scopes?: BatchScopeFactory<unknown>;
  clock: Clock;
  logger: Logger;
}
export declare class ClearlineTransport extends Server implements CustomTransportStrategy {
  constructor(options: TransportOptions);
  override on(event: string, callback: (...args: unknown[]) => void): void;
  override unwrap<T>(): T;
  override listen(callback: (error?: unknown) => void): Promise<void>;
  override close(): Promise<void>;
  lag(): Promise<LagReport>;
  readiness(): ReadinessCheck;
  /** Runs `prepare` (empties the read models), then every projection handler over the whole history. */
  rebuild(options: {
    prepare(tx: Tx): Promise<void>;
    onProgress?(handled: number): void;
  }): Promise<{ handled: number }>;
}
/** Waits until nothing is pending in two successive looks. @throws after `timeoutMs`, naming what is pending */
export declare function waitUntilCaughtUp(
  transports: { lag(): Promise<LagReport> }[],
  options?: { timeoutMs?: number },
): Promise<void>;
/** RPC filter that hands the handler's own error to the transport: `microservice.useGlobalFilters(new OriginalErrorFilter())`. */
export declare class OriginalErrorFilter implements ExceptionFilter {
  catch(error: unknown): Observable<never>;
}
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
export interface DeadLetter {
  id: string;
  eventId: string;
  source: string;
  type: string;
  topic: string;
  key: string;
  reason: string;
  detail: string;
  state: 'dead' | 'redrive' | 'redriven' | 'discarded';
  failedAt: number;
  replays: number;
  resolvedBy?: string;
  resolvedAt?: number;
}
export interface ParkedEvent {
  id: string;
  eventId: string;
  source: string;
  type: string;
  topic: string;
  key: string;
  reason: string;
  detail: string;
  attempts: number;
  parkedAt: number;
  /** undefined: waits for a person, or for the event ahead of it. */
  nextAttemptAt?: number;
}
export interface ListOptions {
  /** The id of the last item of the page before. */
  after?: string;
  limit?: number;
  state?: DeadLetter['state'];
}
/** A service's dead letters and parked events. Works from any process; the service's own transport redrives. */
export declare class FailureDesk {
  constructor(database: Tx, options?: { schema?: string });
  listDeadLetters(options?: ListOptions): Promise<DeadLetter[]>;
  reasons(): Promise<{ reason: string; type: string; count: number }[]>;
  redriveDeadLetters(ids: string[], actor: string): Promise<number>;
  discardDeadLetters(ids: string[], actor: string): Promise<number>;
  listParked(options?: Omit<ListOptions, 'state'>): Promise<ParkedEvent[]>;
  redriveParked(ids: string[], actor: string): Promise<number>;
  discardParked(ids: string[], actor: string): Promise<number>;
}
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
