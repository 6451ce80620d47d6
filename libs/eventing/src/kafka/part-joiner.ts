export interface PartJoinerOptions<T> {
  /** Events that one transaction takes at most; a larger part goes alone. */
  mostEvents: number;
  /** Transactions at once. */
  mostAtOnce: number;
  countOf(part: T): number;
  /** False when nothing of it took effect. */
  handle(parts: readonly T[]): Promise<boolean>;
}

interface Waiting<T> {
  part: T;
  settle(outcome: Promise<boolean>): void;
}

/**
 * Brings together what comes at once from several partitions: a transaction, an acknowledgement and the turns
 * of the event loop between them cost the same for one event as for a hundred, and a fetch of a dozen
 * partitions with an event or two each would pay them a dozen times before the next fetch begins.
 * Parts of one partition stay in order as long as each is given after the one before it has ended.
 */
export class PartJoiner<T> {
  readonly #waiting: Waiting<T>[] = [];
  #running = 0;
  #isDue = false;

  constructor(private readonly options: PartJoinerOptions<T>) {}

  /** Resolves, or rejects, as the group does that the part went with. */
  handle(part: T): Promise<boolean> {
    return new Promise((resolve) => {
      this.#waiting.push({ part, settle: resolve });
      if (this.#isDue) return;
      this.#isDue = true;
      // All batches of a fetch are given within one turn of the event loop.
      setImmediate(() => {
        this.#isDue = false;
        this.#begin();
      });
    });
  }

  #begin(): void {
    const { mostAtOnce, handle } = this.options;
    while (this.#waiting.length > 0 && this.#running < mostAtOnce) {
      const group = this.#take();
      this.#running += 1;
      const outcome = handle(group.map(({ part }) => part)).finally(() => {
        this.#running -= 1;
        this.#begin();
      });
      for (const { settle } of group) settle(outcome);
    }
  }

  #take(): Waiting<T>[] {
    const { mostEvents, countOf } = this.options;
    let events = 0;
    const fits = this.#waiting.findIndex(({ part }, index) => {
      events += countOf(part);
      return index > 0 && events > mostEvents;
    });
    return this.#waiting.splice(0, fits < 0 ? this.#waiting.length : fits);
  }
}
