import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { nextRunOut, overdueBatch, tellRunOut } from './overdue-questions.js';

/** An upper bound on how late a promise of another replica is noticed, should that one be gone. */
const longestSleepMs = 1_000;

/**
 * Tells of a promise in the instant in which it runs out: it sleeps until the next one, and looks again where
 * this process makes another. What ran out while nothing was running is told at the start.
 */
@Injectable()
export class PromiseWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: NodeJS.Timeout;
  private looking?: Promise<void>;
  private isAskedAgain = false;
  private isStopped = false;

  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  onApplicationBootstrap(): void {
    this.lookAgain();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  /** A promise was made: it may be the next to run out. */
  lookAgain(): void {
    if (this.isStopped) return;
    clearTimeout(this.timer);
    if (this.looking) {
      this.isAskedAgain = true;
      return;
    }
    this.isAskedAgain = false;
    this.looking = this.look().then((sleepMs) => {
      this.looking = undefined;
      if (this.isStopped) return;
      if (this.isAskedAgain) return this.lookAgain();
      this.timer = setTimeout(() => this.lookAgain(), sleepMs).unref();
    });
  }

  /** @returns for how long nothing runs out, as far as it is known */
  private async look(): Promise<number> {
    const { database, clock, signal, logger } = this.runtime;
    try {
      let told = overdueBatch;
      while (told === overdueBatch && !this.isStopped) {
        told = await database.transaction((tx) => tellRunOut(tx, this.runtime, clock.now()));
        if (told > 0) signal.fire(database.schema);
      }
      const dueAt = await nextRunOut(database);
      if (dueAt === undefined) return longestSleepMs;
      const ms = Math.ceil((dueAt - clock.now()) / (clock.factor ?? 1));
      return Math.min(longestSleepMs, Math.max(1, ms));
    } catch (error) {
      logger.warn({ err: error }, 'promises that have run out are told at the next look');
      return longestSleepMs;
    }
  }
}
