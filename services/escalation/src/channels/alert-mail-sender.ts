import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { DutyStore } from '../duty/duty-store.js';
import { settlementOf } from '../outside/attempts.js';
import { MailTransport } from '../outside/mail-transport.js';
import type { MailOutcome } from '../outside/mail-transport.js';
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
import type { ClaimedMail, OpenAlert } from './alert-mail-queue.js';
import { alertMail } from './alert-mail-text.js';
import { isStillOpen } from './notice-mails.js';
import { noticeMail } from './notice-text.js';

/** Mails under way at once, of one process: they share one mail server. */
const places = 4;

/** Mails alerts to the people who asked for it; every attempt of a mail has the same `Message-ID`. */
@Injectable()
export class AlertMailSender
  implements Outbox<ClaimedMail>, OnApplicationBootstrap, OnApplicationShutdown
{
  readonly name = 'alert mails';
  private readonly loop: SendLoop<ClaimedMail>;
  private readonly mails: MailTransport;

  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(DutyStore) private readonly duty: DutyStore,
  ) {
    this.loop = new SendLoop(runtime, this);
    this.mails = new MailTransport(runtime.config);
  }

  onApplicationBootstrap(): void {
    if (this.isSetUp) this.loop.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  /** Whether there is a mail server. */
  get isSetUp(): boolean {
    return this.mails.isSetUp;
  }

  /** The queue was changed from elsewhere: it is looked through at once. */
  lookAgain(): void {
    if (this.isSetUp) this.loop.lookAgain();
  }

  isWanted(): Promise<boolean> {
    return hasChannels(this.runtime.database);
  }

  feed(): Promise<boolean> {
    return feedAlertMails(this.runtime, this.duty);
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
      const isOpen = mail.notice ? await isStillOpen(database, mail.notice, mail) : open.length > 0;
      if (!isOpen) return await settleMail(database, mail, 'superseded', Date.now());
      const found = await this.mail(mail, open, stopped);
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

  private mail(
    { mailId, channel, notice }: ClaimedMail,
    open: readonly OpenAlert[],
    stopped: AbortSignal,
  ): Promise<MailOutcome | undefined> {
    const { publicUrl = '' } = this.runtime.config;
    const linked = open.map(({ alert, mayAcknowledge }) =>
      mayAcknowledge ? { alert, link: this.linkOf(alert.alertId, channel.id) } : { alert },
    );
    const mail = {
      ...{ id: mailId, fromName: 'Clearline', to: channel.email },
      ...(notice ? noticeMail(notice, channel, publicUrl) : alertMail(linked, channel)),
      // Absence notes and the like are no answer to anybody.
      headers: { 'auto-submitted': 'auto-generated' },
    };
    return this.mails.send(mail, stopped);
  }

  private linkOf(alertId: string, channelId: string): string {
    const { masterKey, publicUrl = '' } = this.runtime.config;
    const token = sealLink(masterKey, { alertId, channelId }, Date.now() + linkLastsMs);
    return `${publicUrl}/api/v1/alert-links/${token}`;
  }
}
