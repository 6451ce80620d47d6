import type { Clock, Database, Logger, Tx } from '#platform';
import type { BatchScopeFactory } from '../consume/handlers.js';
import type { LogSignal } from '../consume/log-signal.js';
import type { Precedence, WorkKind } from '../consume/precedence.js';
import type { LogSource } from '../embedded/log-dispatcher.js';
import type { FailpointHook } from '../failpoint.js';

export type EngineOptions =
  | {
      kind: 'embedded';
      logs: LogSource[];
      signal: LogSignal;
      /** Default: nothing goes before this consumer. */
      precedence?: Precedence;
      /** Default `reports`. */
      workKind?: WorkKind;
      /** Default 4 for `cases`, which has the most to catch up with after a flood, else 2. */
      lanes?: number;
    }
  | {
      kind: 'kafka';
      brokers: string[];
      /** Default `clearline-<service>`. */
      groupId?: string;
      /** How long a silent consumer keeps its partitions; 6 s to 5 minutes. Default 30 s. */
      sessionTimeoutMs?: number;
      /** Nobody waits for what it does: a few events may wait 100 ms for others. Default false. */
      gathers?: boolean;
      /** The logs behind the topics, which outlast them: what a rebuild reads. */
      logs?: LogSource[];
    };

export interface TransportOptions {
  service: string;
  /** The consumer's own database, with `consumerMigrations()`. */
  database: Database;
  topics: string[];
  engine: EngineOptions;
  scopes?: BatchScopeFactory<unknown>;
  clock: Clock;
  logger: Logger;
  /** Handlers are picked by it when several transports live in one application. */
  transportId?: symbol;
  failpoint?: FailpointHook;
}

export interface LagReport {
  service: string;
  /** Events not yet handled; parked events are not counted. */
  pending: number;
  parked: number;
  deadLetters: number;
  logs: LogLag[];
}

/** Counting what is pending stops here: a larger lag needs no exact figure. */
export const countedLag = 100_000;

export interface LogLag {
  log: string;
  pending: number;
  /** When the first of them was recorded, by the application's clock; where nothing is pending, or unknown, undefined. */
  oldestAt?: number;
}

export interface RebuildOptions {
  /** Empties the read models; runs in its own transaction. */
  prepare(tx: Tx): Promise<void>;
  onProgress?(handled: number): void;
}

/** What an engine does for the transport. */
export interface Engine {
  start(): Promise<void>;
  stop(): Promise<void>;
  pending(): Promise<LogLag[]>;
  /** Why the read models can't be rebuilt now, or undefined. */
  rebuildObstacle?(): Promise<string | undefined>;
  /** Why it makes no progress, or undefined. */
  stalled(): string | undefined;
}
