import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { findFalling, lockCustomers } from './churn-rows.js';
import { SignalBatch } from './signal-batch.js';

const everyMs = 10_000;
const batchSize = 200;

/** Levels wear down without an event: this looks for those whose instant to fall has come. */
@Injectable()
export class ChurnReview implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.reviewAll());
    }, everyMs);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async reviewAll(): Promise<void> {
    try {
      while ((await this.reviewDue()) === batchSize);
    } catch (error) {
      this.runtime.logger.warn({ err: error }, 'churn review postponed');
    }
  }

  /** Judges up to one batch of customers whose level is due to fall; returns how many. */
  private reviewDue(): Promise<number> {
    const { database, clock, events } = this.runtime;
    const now = clock.now();
    return database.transaction(async (tx) => {
      const ids = await findFalling(tx, now, batchSize);
      const batch = new SignalBatch(events, await lockCustomers(tx, ids), new Map());
      for (const id of ids) batch.review(id, now);
      batch.flush(tx);
      return ids.length;
    });
  }
}
