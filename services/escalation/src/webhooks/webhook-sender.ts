import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { postWebhook } from './post-webhook.js';
import { secretOf, signedHeaders } from './sign-webhook.js';
import { feedWebhooks } from './webhook-feeder.js';
import {
  backoffMs,
  claimDeliveries,
  forgetDelivered,
  mostAttempts,
  nextAttemptAt,
  settleDelivery,
} from './webhook-queue.js';
import type { ClaimedDelivery } from './webhook-queue.js';

/** Sends under way at once, of one subscription and one process. */
const placesEach = 4;
/** How long a subscription made on another replica may stay unnoticed, and work that it left. */
const everyMs = 1_000;
const lookEveryMs = 5_000;
const tidyEveryMs = 3_600_000;

/**
 * Sends what subscriptions wait for. Every attempt is claimed in the database first and written down after
 * it, so a killed process costs at most a repetition, under the same `webhook-id`. Attempts keep real time.
 */
@Injectable()
export class WebhookSender implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly busy = new Map<string, number>();
  private readonly sends = new Set<Promise<void>>();
  private readonly stopped = new AbortController();
  private hasSubscriptions = false;
  private nextAt = 0;
  private timer?: NodeJS.Timeout;
  private passing?: Promise<void>;
  private again = false;
  private tidiedAt = 0;
  private stopListening: () => void = () => undefined;

  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  onApplicationBootstrap(): void {
    const { signal, database } = this.runtime;
    // Without subscriptions, what is written all day costs nothing here.
    this.stopListening = signal.onFired(database.schema, () => {
      if (this.hasSubscriptions) this.wake();
    });
    this.timer = setInterval(() => this.wake(), everyMs).unref();
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
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
  wake(): void {
    if (this.stopped.signal.aborted) return;
    if (this.passing) {
      this.again = true;
      return;
    }
    this.again = false;
    this.passing = this.pass()
      .catch((error: unknown) => {
        this.runtime.logger.warn({ err: error }, 'webhooks could not be looked after');
      })
      .finally(() => {
        this.passing = undefined;
        if (this.again) this.wake();
      });
  }

  private async pass(): Promise<void> {
    const { database } = this.runtime;
    const [known] = await database.query(
      `select 1 from webhook_subscriptions where active limit 1`,
    );
    this.hasSubscriptions = known !== undefined;
    if (!known) return;
    while (!this.stopped.signal.aborted && (await feedWebhooks(this.runtime))) this.nextAt = 0;
    const now = Date.now();
    if (now - this.tidiedAt > tidyEveryMs) {
      this.tidiedAt = now;
      await forgetDelivered(database, now);
    }
    if (this.nextAt <= now) await this.sendDue(now);
  }

  private async sendDue(now: number): Promise<void> {
    const { database } = this.runtime;
    for (const delivery of await claimDeliveries(database, placesEach, this.busy, now)) {
      const { subscriptionId } = delivery;
      this.busy.set(subscriptionId, (this.busy.get(subscriptionId) ?? 0) + 1);
      const send = this.send(delivery).finally(() => {
        this.sends.delete(send);
        this.busy.set(subscriptionId, this.busy.get(subscriptionId)! - 1);
        this.lookAgain();
      });
      this.sends.add(send);
    }
    this.nextAt = Math.min((await nextAttemptAt(database)) ?? Infinity, now + lookEveryMs);
  }

  private async send(delivery: ClaimedDelivery): Promise<void> {
    const { database, logger } = this.runtime;
    const outcome = await this.attempt(delivery);
    // Stopping is nobody's failure: the lease runs out, and the next process sends it.
    if (outcome === undefined) return;
    const now = Date.now();
    const isDelivered = /^2\d\d$/.test(outcome);
    const { attempts } = delivery;
    const isOver = isDelivered || attempts >= mostAttempts;
    const retryAt = isOver ? undefined : now + backoffMs(attempts, Math.random());
    if (!isDelivered) {
      const { subscriptionId, eventId } = delivery;
      logger.warn({ subscriptionId, eventId, attempts, outcome }, 'a webhook was not taken');
    }
    await settleDelivery(database, delivery, { outcome, isDelivered, retryAt }, now).catch(
      (error: unknown) => logger.warn({ err: error }, 'a webhook will be sent again'),
    );
  }

  /** A status, or the code of what went wrong; undefined when the process stops. */
  private async attempt(delivery: ClaimedDelivery): Promise<string | undefined> {
    const { masterKey, allowPrivateTargets } = this.runtime.config;
    const { subscriptionId, secretVersion, url, eventId, body } = delivery;
    const secret = secretOf(masterKey, subscriptionId, secretVersion);
    const headers = {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'user-agent': 'clearline',
      ...signedHeaders(secret, eventId, body, Date.now()),
    };
    const { signal } = this.stopped;
    try {
      const allowPrivate = allowPrivateTargets ?? false;
      return String(await postWebhook({ url, headers, body, allowPrivate, signal }));
    } catch (error) {
      if (signal.aborted) return undefined;
      return (error as { code?: string }).code ?? 'failed';
    }
  }
}
