import type { Database, Logger } from '#platform';
import type { LogSignal } from '../consume/log-signal.js';
import { compareCursors, readLog, startOfLog } from '../store/read-log.js';
import type { LogCursor, LogEvent } from '../store/stored-event.js';

/**
 * So late at most does a process notice what another replica wrote: alerts reach a screen within 100 ms,
 * whichever replica raised them.
 */
const beside = { lookEveryMs: 25, moreForMs: 0 };
/** Who writes says so; what was written beside what could be read becomes readable within a transaction's time. */
const alone = { lookEveryMs: 250, moreForMs: 100 };
/** What this process wrote and could not be read yet is looked for so often, for so long. */
const awaited = { lookEveryMs: 10, forMs: 1_000 };
const pageSize = 200;
/** Whoever lags further behind reads the log itself. */
const mostHeld = 1_000;

interface LogTailOptions {
  database: Database;
  /** Whose log is followed. */
  schema: string;
  /** Tells what this process writes. */
  signal: LogSignal;
  /** No other process writes. */
  isAlone: boolean;
  logger: Logger;
}

/**
 * The newest events of a log, read once for all streams of a process: a hundred screens would otherwise read and
 * parse each event a hundred times. It goes on whoever wrote, and also when what is there becomes readable because a
 * transaction beside it has ended. Nothing is read while nobody follows.
 */
export class LogTail {
  readonly #options: LogTailOptions;
  readonly #followers = new Set<() => void>();
  readonly #pace: typeof beside;
  #stopListening?: () => void;
  #timer?: NodeJS.Timeout;
  #isLooking = false;
  /** Something was written while it was being looked at. */
  #isAsked = false;
  #failure?: Error;
  /** Until when something is awaited that this process wrote. */
  #awaitedUntil = -Infinity;
  /** All that is readable between these two is held. */
  #held: LogEvent[] = [];
  #from?: LogCursor;
  #through?: LogCursor;

  constructor(options: LogTailOptions) {
    this.#options = options;
    this.#pace = options.isAlone ? alone : beside;
  }

  /** Calls `moved` whenever there may be something new. Returns the function that ends it. */
  follow(moved: () => void): () => void {
    this.#followers.add(moved);
    if (this.#followers.size === 1) this.#begin();
    return () => {
      this.#followers.delete(moved);
      if (this.#followers.size === 0) this.#end();
    };
  }

  /**
   * Some of the next readable events behind a cursor, in order; none when there are no more yet.
   * @throws Error while the log can't be read: a stream that stood would say that it is live
   */
  async after(cursor: LogCursor): Promise<readonly LogEvent[]> {
    if (this.#failure) throw this.#failure;
    if (!this.#from || compareCursors(cursor, this.#from) < 0) {
      const { database, schema } = this.#options;
      return readLog(database, { schema, after: cursor, limit: pageSize });
    }
    const last = this.#held.findLastIndex((event) => compareCursors(event.cursor, cursor) <= 0);
    return this.#held.slice(last + 1, last + 1 + pageSize);
  }

  #begin(): void {
    const { signal, schema } = this.#options;
    this.#stopListening = signal.onFired(schema, () => {
      this.#awaitedUntil = performance.now() + awaited.forMs;
      this.#lookNow();
    });
    this.#lookNow();
  }

  #end(): void {
    this.#stopListening?.();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#held = [];
    this.#from = this.#through = this.#failure = undefined;
  }

  #lookNow(): void {
    clearTimeout(this.#timer);
    this.#isAsked = this.#isLooking;
    if (this.#isLooking) return;
    this.#isLooking = true;
    void this.#look().finally(() => {
      this.#isLooking = false;
      if (this.#followers.size === 0) return;
      if (this.#isAsked) this.#lookNow();
      else this.#lookIn();
    });
  }

  #lookIn(): void {
    const isAwaited = performance.now() < this.#awaitedUntil;
    const ms = isAwaited ? awaited.lookEveryMs : this.#pace.lookEveryMs;
    this.#timer = setTimeout(() => this.#lookNow(), ms).unref();
  }

  async #look(): Promise<void> {
    const { schema, logger } = this.#options;
    try {
      if (!this.#through) {
        const present = await this.#present();
        if (this.#followers.size === 0) return;
        this.#from = this.#through = present;
        // Whoever came before it was known may have looked for the last time before that was written.
        this.#tell();
      }
      while (this.#through && (await this.#readOn(this.#through)));
      this.#failure = undefined;
    } catch (error) {
      if (this.#followers.size === 0) return;
      // A database that is away is said once; the next look may find it again.
      if (!this.#failure) logger.warn({ err: error, log: schema }, 'a log could not be read');
      this.#failure = error instanceof Error ? error : new Error('the log could not be read');
      this.#tell();
    }
  }

  /** False when that was all, or nobody follows any more. */
  async #readOn(after: LogCursor): Promise<boolean> {
    const { database, schema } = this.#options;
    const events = await readLog(database, { schema, after, limit: pageSize });
    if (events.length === 0 || this.#through !== after) return false;
    this.#held.push(...events);
    this.#through = events.at(-1)!.cursor;
    const dropped = this.#held.splice(0, Math.max(0, this.#held.length - mostHeld));
    if (dropped.length > 0) this.#from = dropped.at(-1)!.cursor;
    this.#awaitedUntil = performance.now() + this.#pace.moreForMs;
    this.#tell();
    return events.length === pageSize;
  }

  #tell(): void {
    for (const moved of this.#followers) moved();
  }

  /** The end of what is readable now. */
  async #present(): Promise<LogCursor> {
    const { database, schema } = this.#options;
    const [row] = await database.query<LogCursor>(
      `select e.epoch, e.tx::text as tx, e.position::text as position
         from ${schema}.events e, (select ${schema}.readable_before() as tx_end) readable
        where tx < tx_end or epoch < (select ${schema}.current_epoch())
        order by e.epoch desc, e.tx desc, e.position desc limit 1`,
    );
    return row ?? startOfLog;
  }
}
