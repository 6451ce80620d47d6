import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import { forgetExpiredKeys } from './filing/idempotency-keys.js';
import { defineOrganisation } from './organisation/define-organisation.js';

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
    const { database, clock, logger } = this.runtime;
    try {
      await forgetExpiredKeys(database, clock.now());
    } catch (error) {
      logger.warn({ err: error }, 'expired idempotency keys are kept until the next round');
    }
  }
}

/** A complaint whose kind nobody knows yet is filed under `unclassified`. */
export async function defineUnclassified(
  runtime: Pick<ServiceRuntime, 'database' | 'events' | 'clock'>,
): Promise<void> {
  const definition = {
    kind: 'category' as const,
    code: 'unclassified',
    name: { zh: '未分类', en: 'Unclassified' },
    parent: null,
    unit: null,
    roles: null,
    active: true,
  };
  const { database, events, clock } = runtime;
  await database.transaction(async (tx) => {
    const [existing] = await tx.query(
      `SELECT 1 FROM directory WHERE kind = 'category' AND code = 'unclassified'`,
    );
    if (existing) return;
    const incoming = [{ path: 'categories.0', definition }];
    await defineOrganisation(tx, events, incoming, { actor: 'system' }, clock.now());
  });
}
