import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import { forgetExpiredKeys } from './filing/idempotency-keys.js';
import { defineUnclassified } from './organisation/define-unclassified.js';

const upkeepEveryMs = 10 * 60_000;

/** Makes sure that the category `unclassified` exists, and forgets idempotency keys past 24 hours. */
@Injectable()
export class IntakeUpkeep implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: NodeJS.Timeout;

  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  async onApplicationBootstrap(): Promise<void> {
    await defineUnclassified(this.runtime);
    this.timer = setInterval(() => void this.forgetKeys(), upkeepEveryMs);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async forgetKeys(): Promise<void> {
    const { database, logger } = this.runtime;
    try {
      await forgetExpiredKeys(database);
    } catch (error) {
      logger.warn({ err: error }, 'expired idempotency keys are kept until the next round');
    }
  }
}
