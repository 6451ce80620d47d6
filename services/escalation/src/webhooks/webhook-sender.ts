import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { settlementOf } from '../outside/attempts.js';
import { SendLoop } from '../outside/send-loop.js';
import type { Outbox } from '../outside/send-loop.js';
import { postWebhook } from './post-webhook.js';
import { secretOf, signedHeaders } from './sign-webhook.js';
import { feedWebhooks } from './webhook-feeder.js';
import {
  claimDeliveries,
  forgetDelivered,
  hasActiveSubscriptions,
  nextAttemptAt,
  settleDelivery,
} from './webhook-queue.js';
import type { ClaimedDelivery } from './webhook-queue.js';

/** Sends under way at once, of one subscription and one process. */
const placesEach = 4;

/** Posts what subscriptions wait for; every attempt of an event has the same `webhook-id`. */
@Injectable()
export class WebhookSender
  implements Outbox<ClaimedDelivery>, OnApplicationBootstrap, OnApplicationShutdown
{
  readonly name = 'webhooks';
  private readonly loop: SendLoop<ClaimedDelivery>;

  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {
    this.loop = new SendLoop(runtime, this);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  /** The queue was changed from elsewhere: it is looked through at once. */
  lookAgain(): void {
    this.loop.lookAgain();
  }

  isWanted(): Promise<boolean> {
    return hasActiveSubscriptions(this.runtime.database);
  }

  feed(): Promise<boolean> {
    return feedWebhooks(this.runtime);
  }

  claim(busy: ReadonlyMap<string, number>, now: number): Promise<ClaimedDelivery[]> {
    return claimDeliveries(this.runtime.database, placesEach, busy, now);
  }

  receiverOf({ subscriptionId }: ClaimedDelivery): string {
    return subscriptionId;
  }

  nextAttemptAt(): Promise<number | undefined> {
    return nextAttemptAt(this.runtime.database);
  }

  tidy(now: number): Promise<void> {
    return forgetDelivered(this.runtime.database, now);
  }

  async send(delivery: ClaimedDelivery, stopped: AbortSignal): Promise<void> {
    const { database, logger } = this.runtime;
    const outcome = await this.attempt(delivery, stopped);
    // Stopping is nobody's failure: the lease runs out, and the next process sends it.
    if (outcome === undefined) return;
    const now = Date.now();
    const isDelivered = /^2\d\d$/.test(outcome);
    const { subscriptionId, eventId, attempts } = delivery;
    if (!isDelivered) {
      logger.warn({ subscriptionId, eventId, attempts, outcome }, 'a webhook was not taken');
    }
    const settlement = settlementOf({ outcome, isDelivered }, attempts, now);
    await settleDelivery(database, delivery, settlement, now).catch((error: unknown) =>
      logger.warn({ err: error }, 'a webhook will be sent again'),
    );
  }

  /** A status, or the code of what went wrong; undefined when the process stops. */
  private async attempt(
    delivery: ClaimedDelivery,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const { masterKey, allowPrivateTargets } = this.runtime.config;
    const { subscriptionId, secretVersion, url, eventId, body } = delivery;
    const secret = secretOf(masterKey, subscriptionId, secretVersion);
    const headers = {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'user-agent': 'clearline',
      ...signedHeaders(secret, eventId, body, Date.now()),
    };
    try {
      const allowPrivate = allowPrivateTargets ?? false;
      return String(await postWebhook({ url, headers, body, allowPrivate, signal }));
    } catch (error) {
      if (signal.aborted) return undefined;
      return (error as { code?: string }).code ?? 'failed';
    }
  }
}
