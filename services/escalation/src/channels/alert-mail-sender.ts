import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { Transporter } from 'nodemailer';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { settlementOf } from '../outside/attempts.js';
import { SendLoop } from '../outside/send-loop.js';
import type { Outbox } from '../outside/send-loop.js';
import { linkLastsMs, sealLink } from './acknowledge-link.js';
import { feedAlertMails } from './alert-mail-feeder.js';
import {
  claimMails,
  forgetMails,
  hasChannels,
  nextMailAt,
  settleMail,
  stillToTell,
} from './alert-mail-queue.js';
import type { ClaimedMail } from './alert-mail-queue.js';
import { alertMail } from './alert-mail-text.js';
import { mayAcknowledge } from './channel-rights.js';
import type { ToldAlert } from './told-alert.js';

/** Mails under way at once, of one process: they share one mail server. */
const places = 4;
/** A server that says nothing for so long is treated as one that failed. */
const answerWithinMs = 10_000;

interface Outcome {
  outcome: string;
  isDelivered: boolean;
  isFinal?: boolean;
}

/** Mails alerts to the people who asked for it; every attempt of a mail has the same `Message-ID`. */
@Injectable()
export class AlertMailSender
  implements Outbox<ClaimedMail>, OnApplicationBootstrap, OnApplicationShutdown
{
  readonly name = 'alert mails';
  private readonly loop: SendLoop<ClaimedMail>;
  private readonly transport?: Transporter;

  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {
    this.loop = new SendLoop(runtime, this);
    const { smtpUrl } = runtime.config;
    if (smtpUrl === undefined) return;
    this.transport = createTransport({
      url: smtpUrl,
      connectionTimeout: answerWithinMs,
      greetingTimeout: answerWithinMs,
      socketTimeout: answerWithinMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  onApplicationBootstrap(): void {
    if (this.isSetUp) this.loop.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  /** Whether there is a mail server. */
  get isSetUp(): boolean {
    return this.transport !== undefined;
  }

  /** The queue was changed from elsewhere: it is looked through at once. */
  lookAgain(): void {
    if (this.isSetUp) this.loop.lookAgain();
  }

  isWanted(): Promise<boolean> {
    return hasChannels(this.runtime.database);
  }

  feed(): Promise<boolean> {
    return feedAlertMails(this.runtime);
  }

  claim(busy: ReadonlyMap<string, number>, now: number): Promise<ClaimedMail[]> {
    const free = places - (busy.get(this.receiverOf()) ?? 0);
    return claimMails(this.runtime.database, free, now);
  }

  receiverOf(): string {
    return 'mail-server';
  }

  nextAttemptAt(): Promise<number | undefined> {
    return nextMailAt(this.runtime.database);
  }

  tidy(now: number): Promise<void> {
    return forgetMails(this.runtime.database, now);
  }

  async send(mail: ClaimedMail, stopped: AbortSignal): Promise<void> {
    const { database, logger } = this.runtime;
    try {
      const open = await stillToTell(database, mail);
      if (open.length === 0) return await settleMail(database, mail, 'superseded', Date.now());
      const found = await this.attempt({ ...mail, alerts: open }, stopped);
      // Stopping is nobody's failure: the lease runs out, and the next process sends it.
      if (found === undefined) return;
      const { mailId, attempts } = mail;
      const { outcome } = found;
      if (!found.isDelivered) logger.warn({ mailId, attempts, outcome }, 'a mail was not taken');
      const now = Date.now();
      await settleMail(database, mail, settlementOf(found, attempts, now), now);
    } catch (error) {
      logger.warn({ err: error }, 'a mail will be sent again');
    }
  }

  private async attempt(mail: ClaimedMail, stopped: AbortSignal): Promise<Outcome | undefined> {
    if (stopped.aborted) return undefined;
    let leave = (): void => undefined;
    const leaving = new Promise<undefined>((resolve) => {
      leave = () => resolve(undefined);
    });
    stopped.addEventListener('abort', leave);
    try {
      return await Promise.race([this.deliver(mail), leaving]);
    } finally {
      stopped.removeEventListener('abort', leave);
    }
  }

  private async deliver({ mailId, channel, alerts }: ClaimedMail): Promise<Outcome> {
    const { mailFrom, publicUrl = '' } = this.runtime.config;
    const { hostname } = new URL(publicUrl);
    const linked = alerts.map((alert) => ({ alert, link: this.linkOf(alert, channel) }));
    try {
      await this.transport!.sendMail({
        from: { name: 'Clearline', address: mailFrom ?? `clearline@${hostname}` },
        to: channel.email,
        ...alertMail(linked, channel),
        messageId: `<${mailId}@${hostname}>`,
        // Absence notes and the like are no answer to anybody.
        headers: { 'auto-submitted': 'auto-generated' },
      });
      return { outcome: '250', isDelivered: true };
    } catch (error) {
      return failureOf(error);
    }
  }

  private linkOf({ alertId }: ToldAlert, channel: ClaimedMail['channel']): string | undefined {
    if (!mayAcknowledge(channel.roles)) return undefined;
    const { masterKey, publicUrl = '' } = this.runtime.config;
    const subject = { alertId, channelId: channel.id };
    const token = sealLink(masterKey, subject, Date.now() + linkLastsMs);
    return `${publicUrl}/api/v1/alert-links/${token}`;
  }
}

/** A server that refuses this address for good is asked no more; a person decides. */
function failureOf(error: unknown): Outcome {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  const isFinal = code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500;
  const outcome = responseCode === undefined ? (code ?? 'failed') : String(responseCode);
  return { outcome, isDelivered: false, isFinal };
}
