import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { nextRunOut, tellRunOut } from './overdue-questions.js';

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
    const { database, clock, logger } = this.runtime;
    try {
      while (!this.isStopped) {
        const dueAt = await nextRunOut(database);
        if (dueAt === undefined) break;
        const ms = Math.ceil((dueAt - clock.now()) / (clock.factor ?? 1));
        if (ms > 0) return Math.min(longestSleepMs, ms);
        const told = await database.transaction((tx) => tellRunOut(tx, this.runtime, clock.now()));
        // What is due and was not told here is held by another process.
        if (told === 0) break;
      }
      return longestSleepMs;
    } catch (error) {
      logger.warn({ err: error }, 'promises that have run out are told at the next look');
      return longestSleepMs;
    }
  }
}
