import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CaseBatch } from '../cases/case-batch.js';
import { PolicyStore } from '../policies/policy-store.js';

const batchSize = 200;
/** The longest sleep: an upper bound on how late a timer armed by another replica is noticed. */
const longestSleepMs = 250;
const retryAfterFailureMs = 500;

/**
 * Fires due timers as `tick` commands: each batch claims rows with SKIP LOCKED, locks their cases in id
 * order, and commits the events together with the timers' next instants. It sleeps until the next due
 * instant, never fires early, and is safe beside other replicas: a row that changed its generation
 * between claim and case lock is left alone, because the case's own state decides what is due.
 */
@Injectable()
export class TimerService implements OnApplicationBootstrap, OnApplicationShutdown {
  private stopped = false;
  private wake: (() => void) | undefined;
  private running: Promise<void> = Promise.resolve();
  private unsubscribe: () => void = () => undefined;

  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(PolicyStore) private readonly policies: PolicyStore,
  ) {}

  onApplicationBootstrap(): void {
    this.unsubscribe = this.runtime.signal.onFired('escalation', () => this.wake?.());
    this.running = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.unsubscribe();
    this.wake?.();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        const fired = await this.fireDue();
        if (fired > 0) this.runtime.signal.fire('escalation');
        if (fired < batchSize) await this.sleep(await this.untilNextDue());
      } catch (error) {
        this.runtime.logger.error({ err: error }, 'timers failed; trying again');
        await this.sleep(retryAfterFailureMs);
      }
    }
  }

  /** Decides everything due by now on up to one batch of cases; returns how many cases fired. */
  private async fireDue(): Promise<number> {
    const { database, clock, events } = this.runtime;
    const now = clock.now();
    return database.transaction(async (tx) => {
      const due = await tx.query<{ id: string }>(
        `select t.id from timers t join cases c on c.id = t.id
          where t.state = 'armed' and t.kind = 'case' and t.due_at <= $1
          order by t.due_at, t.id limit $2 for update of c skip locked`,
        [now, batchSize],
      );
      if (due.length === 0) return 0;
      const ids = due.map(({ id }) => id);
      const batch = await CaseBatch.load(tx, ids, events, this.policies.book);
      for (const id of ids) batch.execute(id, { type: 'tick' }, now, { actor: 'timer' });
      await batch.rearm(tx, ids);
      await batch.flush(tx);
      return due.length;
    });
  }

  private async untilNextDue(): Promise<number> {
    const [row] = await this.runtime.database.query<{ due: number | null }>(
      `select min(due_at)::float8 as due from timers where state = 'armed'`,
    );
    if (row?.due === null || row === undefined) return longestSleepMs;
    return Math.min(longestSleepMs, Math.max(0, row.due - this.runtime.clock.now()));
  }

  private sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
