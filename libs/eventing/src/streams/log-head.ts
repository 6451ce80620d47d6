import type { Database, Logger } from '#platform';
import type { LogSignal } from '../consume/log-signal.js';

/**
 * So late at most does a process notice what another replica wrote: alerts reach a screen within 100 ms,
 * whichever replica raised them. A look reads one row from the end of an index; where something is
 * going on it is taken more often.
 */
const beside = { lookEveryMs: 25, busyForMs: 1_000 };
/** Who writes says so, and what is written becomes readable within a transaction's time. */
const alone = { lookEveryMs: 250, busyForMs: 100 };
const lookSoonMs = 10;

interface LogHeadOptions {
  database: Database;
  /** Whose log is watched. */
  schema: string;
  /** Tells what this process writes. */
  signal: LogSignal;
  /** No other process writes. */
  isAlone: boolean;
  logger: Logger;
}

/**
 * Tells all streams of a process when the end of a log has moved, whoever wrote, and also when what is there
 * becomes readable because a transaction beside it has ended. Nothing is looked at while nobody follows.
 */
export class LogHead {
  readonly #options: LogHeadOptions;
  readonly #followers = new Set<() => void>();
  readonly #pace: typeof beside;
  #stopListening?: () => void;
  #timer?: NodeJS.Timeout;
  #isFailing = false;
  #movedAt = -Infinity;
  #head?: string;

  constructor(options: LogHeadOptions) {
    this.#options = options;
    this.#pace = options.isAlone ? alone : beside;
  }

  /** Calls `moved` whenever there may be something new. Returns the function that ends it. */
  follow(moved: () => void): () => void {
    this.#followers.add(moved);
    if (!this.#timer) this.#begin();
    return () => {
      this.#followers.delete(moved);
      if (this.#followers.size > 0) return;
      this.#stopListening?.();
      clearTimeout(this.#timer);
      this.#timer = undefined;
    };
  }

  #begin(): void {
    const { signal, schema, isAlone } = this.#options;
    this.#lookIn(this.#pace.lookEveryMs);
    if (isAlone) this.#stopListening = signal.onFired(schema, () => this.#lookAgainSoon());
  }

  /** What was written may not be readable yet. */
  #lookAgainSoon(): void {
    const wasBusy = this.#isBusy();
    this.#movedAt = performance.now();
    if (wasBusy) return;
    clearTimeout(this.#timer);
    this.#lookIn(lookSoonMs);
  }

  #isBusy(): boolean {
    return performance.now() - this.#movedAt < this.#pace.busyForMs;
  }

  #lookIn(ms: number): void {
    const timer = setTimeout(() => {
      void this.#look().finally(() => {
        // Nobody follows any more, or somebody does anew and has a timer of their own.
        if (this.#timer !== timer) return;
        this.#lookIn(this.#isBusy() ? lookSoonMs : this.#pace.lookEveryMs);
      });
    }, ms).unref();
    this.#timer = timer;
  }

  async #look(): Promise<void> {
    const { database, schema, logger } = this.#options;
    try {
      const [row] = await database.query<{ head: string }>(
        `select concat_ws('.', epoch, tx, position) as head
           from ${schema}.events e, (select ${schema}.readable_before() as tx_end) readable
          where tx < tx_end or epoch < (select ${schema}.current_epoch())
          order by e.epoch desc, e.tx desc, e.position desc limit 1`,
      );
      this.#isFailing = false;
      if (row?.head === this.#head) return;
      this.#head = row?.head;
      this.#movedAt = performance.now();
      for (const moved of this.#followers) moved();
    } catch (error) {
      // A database that is away is said once; the next look may find it again.
      if (!this.#isFailing) logger.warn({ err: error, log: schema }, 'a log could not be watched');
      this.#isFailing = true;
    }
  }
}
