import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import { forgetOldDrafts } from './drafts/draft-rows.js';
import { forgetExpiredKeys } from './filing/idempotency-keys.js';
import { defineUnclassified } from './organisation/define-unclassified.js';
import { forgetErasedPhones } from './parties/party-phone-rows.js';

const upkeepEveryMs = 10 * 60_000;

/**
 * Makes sure that the category `unclassified` exists, and forgets idempotency keys past 24 hours, old drafts and
 * the phones of parties whose customer was erased.
 */
@Injectable()
export class IntakeUpkeep implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: NodeJS.Timeout;

  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  async onApplicationBootstrap(): Promise<void> {
    await defineUnclassified(this.runtime);
    this.timer = setInterval(() => void this.forget(), upkeepEveryMs);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async forget(): Promise<void> {
    const { database, clock, logger } = this.runtime;
    try {
      await forgetExpiredKeys(database);
      await forgetOldDrafts(database, clock.now());
      await forgetErasedPhones(database);
    } catch (error) {
      logger.warn({ err: error }, 'what has expired or was erased is kept until the next round');
    }
  }
}
