import { setTimeout as delay } from 'node:timers/promises';
import type { Database, Logger } from '#platform';
import type { BatchProcessor } from '../consume/batch-processor.js';
import { describeFailure, pauseBeforeRetry } from '../consume/failures.js';
import type { LogSignal } from '../consume/log-signal.js';
import type { Precedence, WorkKind } from '../consume/precedence.js';
import { LeaseLost } from '../errors.js';
import { partitionCount } from '../store/partition-of.js';
import { Wakeable } from '../wakeable.js';
import { compareCursors, readChunk } from '../store/read-log.js';
import type { LogChunk } from '../store/read-log.js';
import type { LogCursor, LogEvent } from '../store/stored-event.js';
import { advanceCheckpoints, loadCheckpoints, lockCheckpoints } from './checkpoints.js';

/** The log of another service, read with the consumer's own pool. */
export interface LogSource {
  schema: string;
  service: string;
}

export interface DispatcherOptions {
  database: Database;
  log: LogSource;
  /** Types that are passed over without reading them. */
  skippedTypes: readonly string[];
  /** Concurrent transactions at most; each lane takes every n-th partition of a chunk. */
  lanes: number;
  processor: BatchProcessor;
  pollSignal: LogSignal;
  precedence: Precedence;
  /** What this consumer's work is, and so who goes before it. */
  workKind: WorkKind;
  logger: Logger;
  signal: AbortSignal;
}

/**
 * Events of a lane's transaction. Deciding them blocks the event loop that HTTP shares on this engine, some
 * 10 ms for so many; larger ones gain little. A chunk with fewer is cheaper in fewer transactions.
 */
const batchSize = 100;
/**
 * What a transaction costs hardly depends on its size, so from this rate on a small chunk lets the next
 * one gather. Below it every event is handled at once.
 */
const busyPerSecond = 100;
const longestGatherMs = 250;
/** Who writes in this process says so; another look is for what became readable by itself, or another process wrote. */
const shortestWaitMs = 20;
const longestWaitMs = 250;

/**
 * Delivers one log to one service: reads its tail once, in order, and splits it into lanes by the
 * partition of the key, so that events of one key stay in order and others run beside them.
 */
export class LogDispatcher {
  /** When the tail was last read to its end or moved; the readiness check looks at it. */
  lastProgressAt = Date.now();
  readonly #wait = new Wakeable();
  /** Events per millisecond, of late. */
  #perMs = 0;

  constructor(private readonly options: DispatcherOptions) {}

  get log(): string {
    return this.options.log.schema;
  }

  /** Resolves once the signal is aborted and the running transactions have ended. */
  async run(): Promise<void> {
    const { signal, logger, log, pollSignal } = this.options;
    const wake = () => this.#wait.wake();
    const stopListening = pollSignal.onFired(log.schema, wake);
    signal.addEventListener('abort', wake, { once: true });
    for (let failures = 0; !signal.aborted;) {
      try {
        await this.follow(() => (failures = 0));
      } catch (error) {
        if (signal.aborted) break;
        failures += 1;
        logger.warn(
          { log: log.schema, failure: describeFailure(error) },
          'dispatcher starts again',
        );
        if (!(error instanceof LeaseLost)) await pauseBeforeRetry(failures, signal);
        else await pauseBeforeRetry(1, signal);
      }
    }
    stopListening();
  }

  private async follow(onProgress: () => void): Promise<void> {
    const { database, signal } = this.options;
    const places = await loadCheckpoints(database, this.log);
    let after = places.reduce((a, b) => (compareCursors(a, b) <= 0 ? a : b));
    let waitMs = shortestWaitMs;
    let lastChunkAt = -Infinity;
    let behindSince = performance.now();
    let chunk = await this.read(after);
    while (!signal.aborted) {
      this.lastProgressAt = Date.now();
      const { events, isTail } = chunk;
      if (events.length === 0) {
        const hinted = await this.#wait.sleep(waitMs);
        waitMs = hinted ? shortestWaitMs : Math.min(longestWaitMs, waitMs * 2);
        behindSince = performance.now();
        chunk = await this.read(after);
        continue;
      }
      waitMs = shortestWaitMs;
      after = events.at(-1)!.cursor;
      // The next chunk is on its way while this one is handled; a failure of it shows when it is awaited.
      const next = isTail ? undefined : this.read(after);
      next?.catch(() => undefined);
      await this.deliverInTurn(events, places, behindSince);
      onProgress();
      // What lies in the log already need not be waited for, however little of it is for this consumer.
      if (isTail) await this.gather(events.length, this.lastProgressAt - lastChunkAt);
      lastChunkAt = this.lastProgressAt;
      chunk = await (next ?? this.read(after));
    }
  }

  /** Lets more urgent work of this process go first, and counts as such itself when there is much of it. */
  private async deliverInTurn(
    chunk: LogEvent[],
    places: LogCursor[],
    behindSince: number,
  ): Promise<void> {
    const { precedence, workKind, signal } = this.options;
    const done = chunk.length < batchSize ? undefined : precedence.start(workKind);
    try {
      await precedence.giveWay(workKind, behindSince, signal, () => {
        this.lastProgressAt = Date.now();
      });
      await this.deliver(chunk, places, chunk.at(-1)!.cursor);
    } finally {
      done?.();
    }
  }

  /** Waits while the next chunk fills up, when the last quarter of a second shows that many come. */
  private async gather(count: number, sinceMs: number): Promise<void> {
    const weight = Math.min(1, sinceMs / longestGatherMs);
    this.#perMs += (count / Math.max(1, sinceMs) - this.#perMs) * weight;
    if (count >= batchSize || this.#perMs * 1_000 < busyPerSecond) return;
    const handledMs = Date.now() - this.lastProgressAt;
    const restMs = Math.min(longestGatherMs, batchSize / this.#perMs) - handledMs;
    if (restMs > 0) await delay(restMs);
  }

  private get chunkSize(): number {
    return batchSize * this.options.lanes;
  }

  private read(after: LogCursor): Promise<LogChunk> {
    const { database, log, skippedTypes } = this.options;
    return readChunk(database, {
      schema: log.schema,
      after,
      limit: this.chunkSize,
      skippedTypes,
    });
  }

  private async deliver(chunk: LogEvent[], places: LogCursor[], end: LogCursor): Promise<void> {
    const worth = Math.ceil(chunk.length / batchSize);
    const lanes = lanesOf(Math.min(this.options.lanes, worth));
    const outcomes = await Promise.allSettled(
      lanes.map(async (partitions) => {
        const events = chunk.filter(
          ({ partition, cursor }) =>
            partitions.includes(partition) && compareCursors(cursor, places[partition]!) > 0,
        );
        await this.options.processor.process(events, {
          begin: (tx, first) => lockCheckpoints(tx, this.log, partitions, first as LogEvent),
          advance: (tx, through) =>
            advanceCheckpoints(tx, this.log, partitions, (through as LogEvent)?.cursor ?? end),
        });
        for (const partition of partitions) places[partition] = end;
      }),
    );
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
  }
}

/** All lanes of a chunk end before the next one begins, so their number may change between chunks. */
function lanesOf(count: number): number[][] {
  return Array.from({ length: count }, (_, lane) =>
    Array.from({ length: partitionCount }, (__, partition) => partition).filter(
      (partition) => partition % count === lane,
    ),
  );
}
