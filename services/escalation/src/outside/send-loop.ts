import type { ServiceRuntime } from '#eventing';

/** How long a receiver or a delivery that was made elsewhere may stay unnoticed. */
const everyMs = 1_000;
const tidyEveryMs = 3_600_000;

/** One kind of outside sends: where they come from, and how one is made. */
export interface Outbox<T> {
  /** Named in the log. */
  readonly name: string;
  /** Whether anybody is to be told anything. */
  isWanted(): Promise<boolean>;
  /** Makes deliveries of the next part of the log; false when there was none. */
  feed(): Promise<boolean>;
  /** Claims what is due, with regard to how many sends to whom are under way in this process. */
  claim(busy: ReadonlyMap<string, number>, now: number): Promise<T[]>;
  receiverOf(delivery: T): string;
  /** When the next attempt is due; undefined when nothing waits. */
  nextAttemptAt(): Promise<number | undefined>;
  /** Makes one attempt and writes down how it went; leaves that out when stopped. */
  send(delivery: T, stopped: AbortSignal): Promise<void>;
  /** Forgets what is done for long. */
  tidy(now: number): Promise<void>;
}

/**
 * Sends what an outbox holds. Every attempt is claimed in the database first and written down after it, so a
 * killed process costs at most a repetition, under the same key. Attempts keep real time.
 */
export class SendLoop<T> {
  private readonly busy = new Map<string, number>();
  private readonly sends = new Set<Promise<void>>();
  private readonly stopped = new AbortController();
  private isWanted = false;
  private nextAt = 0;
  private timer?: NodeJS.Timeout;
  private passing?: Promise<void>;
  private again = false;
  private tidiedAt = 0;
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly outbox: Outbox<T>,
  ) {}

  start(): void {
    const { signal, database } = this.runtime;
    // While nobody is told anything, what is written all day costs nothing here.
    this.stopListening = signal.onFired(database.schema, () => {
      if (this.isWanted) this.wake();
    });
    this.timer = setInterval(() => this.wake(), everyMs).unref();
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopListening();
    clearInterval(this.timer);
    this.stopped.abort();
    await this.passing;
    await Promise.allSettled(this.sends);
  }

  /** The queue was changed from elsewhere: what it knows of the next attempt is out of date. */
  lookAgain(): void {
    this.nextAt = 0;
    this.wake();
  }

  /** Looks at the log and the queue now; a pass under way is followed by another. */
  private wake(): void {
    if (this.stopped.signal.aborted) return;
    if (this.passing) {
      this.again = true;
      return;
    }
    this.again = false;
    this.passing = this.pass()
      .catch((error: unknown) => {
        this.runtime.logger.warn({ err: error }, `${this.outbox.name} could not be looked after`);
      })
      .finally(() => {
        this.passing = undefined;
        if (this.again) this.wake();
      });
  }

  private async pass(): Promise<void> {
    this.isWanted = await this.outbox.isWanted();
    if (!this.isWanted) return;
    while (!this.stopped.signal.aborted && (await this.outbox.feed())) this.nextAt = 0;
    const now = Date.now();
    if (now - this.tidiedAt > tidyEveryMs) {
      this.tidiedAt = now;
      await this.outbox.tidy(now);
    }
    if (this.nextAt <= now) await this.sendDue(now);
  }

  private async sendDue(now: number): Promise<void> {
    for (const delivery of await this.outbox.claim(this.busy, now)) {
      const receiver = this.outbox.receiverOf(delivery);
      this.busy.set(receiver, (this.busy.get(receiver) ?? 0) + 1);
      const send = this.outbox.send(delivery, this.stopped.signal).finally(() => {
        this.sends.delete(send);
        this.busy.set(receiver, this.busy.get(receiver)! - 1);
        this.lookAgain();
      });
      this.sends.add(send);
    }
    this.nextAt = Math.min((await this.outbox.nextAttemptAt()) ?? Infinity, now + everyMs);
  }
}
