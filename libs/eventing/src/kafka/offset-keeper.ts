import type { Logger } from '#platform';
import { describeFailure } from '../consume/failures.js';

/** So late at most they are committed: a request after each transaction would keep the next fetch waiting for it. */
const followWithinMs = 100;

export interface Offset {
  topic: string;
  partition: number;
  /** To go on from. */
  offset: string;
}

/**
 * Commits how far a consumer has come, after the effects and beside what comes next. What was handled and not yet
 * committed comes again after a crash or a rebalance, and the inbox absorbs it.
 */
export class OffsetKeeper {
  readonly #handled = new Map<string, Offset>();
  #timer?: NodeJS.Timeout;
  #committing: Promise<void> = Promise.resolve();
  #committedAt = -Infinity;

  constructor(
    private readonly commit: (offsets: Offset[]) => Promise<void>,
    private readonly logger: Logger,
  ) {}

  /** Notes what is done; it is committed soon, or at once where nothing was for a while. */
  handled(offsets: readonly Offset[]): void {
    for (const offset of offsets) this.#handled.set(`${offset.topic}/${offset.partition}`, offset);
    if (this.#timer) return;
    const restMs = Math.max(0, this.#committedAt + followWithinMs - performance.now());
    this.#timer = setTimeout(() => void this.flush(), restMs);
  }

  /** Another member may have the partitions by now: it goes on from what was committed. */
  forget(): void {
    this.#handled.clear();
  }

  /** Resolves when everything that was noted is committed, or could not be. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#committing;
    if (this.#handled.size === 0) return this.#committing;
    const offsets = [...this.#handled.values()];
    this.#handled.clear();
    this.#committedAt = performance.now();
    this.#committing = this.commit(offsets).catch((error: unknown) => {
      // A rebalance, or a broker that is away: the consumer learns that by itself.
      this.logger.warn({ failure: describeFailure(error) }, 'offsets not committed');
    });
    await this.#committing;
  }
}
