import { eventCatalogue } from '#contracts';
import type { Database, Logger } from '#platform';
import { newestType } from '../consume/arrival.js';
import type { BatchProcessor } from '../consume/batch-processor.js';
import type { EventHandler } from '../consume/handlers.js';
import type { LogSignal } from '../consume/log-signal.js';
import type { Precedence, WorkKind } from '../consume/precedence.js';
import { countedLag } from '../transport/transport-options.js';
import type { Engine, LogLag } from '../transport/transport-options.js';
import { LogDispatcher, type LogSource } from './log-dispatcher.js';

export interface EmbeddedEngineOptions {
  database: Database;
  logs: readonly LogSource[];
  lanes: number;
  pollSignal: LogSignal;
  precedence: Precedence;
  workKind: WorkKind;
  processor: BatchProcessor;
  handlers: ReadonlyMap<string, EventHandler>;
  logger: Logger;
  signal: AbortSignal;
}

const stalledAfterMs = 30_000;

/** Known types that no handler of this service wants. */
export function skippedTypes(handlers: ReadonlyMap<string, EventHandler>): string[] {
  return eventCatalogue
    .map(({ type }) => type)
    .filter((type) => !handlers.has(newestType(type) ?? type));
}

/** The database is the log: one dispatcher per log that the service reads. */
export class EmbeddedEngine implements Engine {
  readonly #dispatchers: LogDispatcher[];
  #running: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: EmbeddedEngineOptions) {
    const skipped = skippedTypes(options.handlers);
    this.#dispatchers = options.logs.map(
      (log) => new LogDispatcher({ ...options, log, skippedTypes: skipped }),
    );
  }

  start(): Promise<void> {
    this.#running = Promise.all(this.#dispatchers.map((dispatcher) => dispatcher.run()));
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    await this.#running;
  }

  async pending(): Promise<LogLag[]> {
    const { database, logs } = this.options;
    return Promise.all(
      logs.map(async ({ schema }) => {
        // From the rearmost checkpoint; a partition that never moved stands at the start of the log.
        const behind = `(e.epoch, e.tx, e.position) > (
          select epoch, tx, position from (
            select epoch, tx, position from checkpoints where log = $1
            union all select 0, '0'::xid8, 0 where not exists (select 1 from checkpoints where log = $1)
          ) c order by epoch, tx, position limit 1)`;
        const [row] = await database.query<{ pending: number; oldestAt: number | null }>(
          `select (select count(*) from (
                     select 1 from ${schema}.events e where ${behind} limit $2) counted) as pending,
                  (select recorded_at from ${schema}.events e where ${behind}
                    order by e.epoch, e.tx, e.position limit 1)::float8 as "oldestAt"`,
          [schema, countedLag],
        );
        const oldestAt = row?.oldestAt ?? undefined;
        return { log: schema, pending: Number(row?.pending ?? 0), oldestAt };
      }),
    );
  }

  stalled(): string | undefined {
    const slow = this.#dispatchers.find(
      ({ lastProgressAt }) => Date.now() - lastProgressAt > stalledAfterMs,
    );
    return slow && `no progress on the log of ${slow.log} for ${stalledAfterMs / 1000} s`;
  }
}
