import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Counter, Histogram } from 'prom-client';
import type { TimerProgress } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { Metrics } from '#platform';
import type { Tx } from '#platform';
import { CaseBatch } from '../cases/case-batch.js';
import { CASE_PARTS } from '../cases/case-parts.js';
import type { CaseParts } from '../cases/case-parts.js';
import { countTimers } from './count-timers.js';

/** Small enough that a burst commits within milliseconds, large enough to catch up after an outage. */
const batchSize = 200;
/** Two batches in flight: one commits while the next is claimed. */
const lanes = 2;
/** The longest sleep: an upper bound on how late a timer armed by another replica is noticed. */
const longestSleepMs = 250;
const retryAfterFailureMs = 500;
/** Later than this is late: nobody notices less. */
const lateAfterMs = 1_000;

/**
 * Fires due timers as `tick` commands, committing the events together with the timers' next instants.
 * It sleeps until the next due instant and never fires early; beside other replicas each timer fires
 * once, because the locked case's own state decides what is due.
 */
@Injectable()
export class TimerService implements OnApplicationBootstrap, OnApplicationShutdown {
  private isStopped = false;
  private readonly sleepers = new Map<() => void, number>();
  private running: Promise<unknown> = Promise.resolve();
  private readonly lateness: Histogram;
  private readonly rescued: Counter;
  /** Since this process began. */
  private readonly count = { fired: 0, late: 0 };

  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(CASE_PARTS) private readonly parts: CaseParts,
    @Inject(Metrics) metrics: Metrics,
  ) {
    this.lateness = metrics.histogram(
      'clearline_timer_lateness_seconds',
      'From the due instant of a timer to the commit of what it caused',
    );
    this.rescued = metrics.counter(
      'clearline_timers_rescued_total',
      'Timers that the index in Redis had lost; next to none, or something is wrong',
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    const { timers } = this.parts;
    timers.watch({
      armed: (dueAt) => this.wakeBefore(dueAt),
      rescued: (count) => this.rescued.inc(count),
    });
    this.runtime.health.progress.add({
      service: this.runtime.service,
      read: async () => ({ timers: [await this.progress()] }),
    });
    await timers.start();
    this.running = Promise.all(Array.from({ length: lanes }, () => this.run()));
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    this.wakeBefore(-Infinity);
    await this.running;
    await this.parts.timers.stop();
  }

  /** What waits, whichever replica fires it, and how punctual this one was. */
  async progress(): Promise<TimerProgress> {
    const { service, database, clock, config } = this.runtime;
    const engine = config.redisUrl ? 'redis' : 'postgres';
    return { service, engine, ...(await countTimers(database, clock.now())), ...this.count };
  }

  private async run(): Promise<void> {
    const { clock, logger } = this.runtime;
    while (!this.isStopped) {
      try {
        const now = clock.now();
        const { fired, nextDueAt } = await this.parts.timers.fireDue(now, batchSize, (tx, ids) =>
          this.fire(tx, ids, now),
        );
        if (fired < batchSize) await this.sleepUntil(nextDueAt);
      } catch (error) {
        logger.error({ err: error }, 'timers failed; trying again');
        await this.sleep(retryAfterFailureMs, -Infinity);
      }
    }
  }

  private async fire(tx: Tx, ids: readonly string[], now: number): Promise<void> {
    const batch = await CaseBatch.load(tx, ids, this.parts);
    // One that another replica fired meanwhile is armed for later by now.
    const dueAt = ids.flatMap((id) => batch.get(id).dueAt ?? []).filter((due) => due <= now);
    for (const id of ids) batch.execute(id, { type: 'tick' }, now, { actor: 'timer' });
    batch.rearm(tx, ids);
    batch.flush(tx);
    tx.afterCommit(() => {
      const committedAt = this.runtime.clock.now();
      for (const due of dueAt) {
        this.lateness.observe((committedAt - due) / 1_000);
        this.count.fired += 1;
        if (committedAt - due > lateAfterMs) this.count.late += 1;
      }
    });
  }

  private sleepUntil(dueAt: number | undefined): Promise<void> {
    if (dueAt === undefined) return this.sleep(longestSleepMs, Infinity);
    const { clock } = this.runtime;
    const ms = (dueAt - clock.now()) / (clock.factor ?? 1);
    return this.sleep(Math.min(longestSleepMs, Math.max(0, ms)), dueAt);
  }

  /** @param until a timer armed before this instant ends the sleep */
  private sleep(ms: number, until: number): Promise<void> {
    if (this.isStopped) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.sleepers.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.sleepers.set(end, until);
    });
  }

  /** One sleeper is enough for what was armed; all of them when the service stops. */
  private wakeBefore(dueAt: number): void {
    for (const [end, until] of [...this.sleepers]) {
      if (this.isStopped || dueAt < until) {
        end();
        if (!this.isStopped) return;
      }
    }
  }
}
