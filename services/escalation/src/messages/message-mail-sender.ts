import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { settlementOf } from '../outside/attempts.js';
import { MailTransport } from '../outside/mail-transport.js';
import type { OutgoingMail } from '../outside/mail-transport.js';
import { SendLoop } from '../outside/send-loop.js';
import type { Outbox } from '../outside/send-loop.js';
import { claimMessages, nextMessageAt, settleMessage, waitingMail } from './message-mail-queue.js';
import type { ClaimedMessage } from './message-mail-queue.js';
import { readMessage } from './read-message.js';
import type { ReadMessage } from './read-message.js';

/** Mails under way at once, of one process: they share one mail server. */
const places = 4;

/**
 * Mails customers and parties what was written to them. The queue holds no word of it: text and address are opened from
 * the case's events for each attempt, so that an erased customer, or a party
 * who may not be told any more, is written to no more.
 */
@Injectable()
export class MessageMailSender
  implements Outbox<ClaimedMessage>, OnApplicationBootstrap, OnApplicationShutdown
{
  readonly name = 'messages to customers';
  private readonly loop: SendLoop<ClaimedMessage>;
  private readonly mails: MailTransport;

  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {
    this.loop = new SendLoop(runtime, this);
    this.mails = new MailTransport(runtime.config);
  }

  onApplicationBootstrap(): void {
    if (this.mails.isSetUp) this.loop.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  /** The queue was changed from elsewhere: it is looked through at once. */
  lookAgain(): void {
    if (this.mails.isSetUp) this.loop.lookAgain();
  }

  isWanted(): Promise<boolean> {
    return waitingMail(this.runtime.database);
  }

  /** Mails are queued where they leave. */
  feed(): Promise<boolean> {
    return Promise.resolve(false);
  }

  claim(busy: ReadonlyMap<string, number>, now: number): Promise<ClaimedMessage[]> {
    const free = places - (busy.get(this.receiverOf()) ?? 0);
    return claimMessages(this.runtime.database, free, now);
  }

  receiverOf(): string {
    return 'mail-server';
  }

  nextAttemptAt(): Promise<number | undefined> {
    return nextMessageAt(this.runtime.database);
  }

  /** How a message went stays with its case. */
  tidy(): Promise<void> {
    return Promise.resolve();
  }

  async send(message: ClaimedMessage, stopped: AbortSignal): Promise<void> {
    const { database, logger } = this.runtime;
    const { messageId, attempts } = message;
    try {
      const mail = await this.compose(message);
      if (mail === 'erased') return await settleMessage(database, message, mail, Date.now());
      if (mail === 'recipient-changed') {
        const given = { outcome: mail, isDelivered: false };
        return await settleMessage(database, message, given, Date.now());
      }
      const found = await this.mails.send(mail, stopped);
      // Stopped: the lease runs out, and the next process sends it.
      if (found === undefined) return;
      const { outcome } = found;
      if (!found.isDelivered) logger.warn({ messageId, attempts, outcome }, 'a mail was not taken');
      const now = Date.now();
      await settleMessage(database, message, settlementOf(found, attempts, now), now);
    } catch (error) {
      logger.warn({ err: error }, 'a mail will be sent again');
    }
  }

  private async compose({
    messageId,
    caseId,
    number,
  }: ClaimedMessage): Promise<OutgoingMail | Extract<ReadMessage, string>> {
    const message = await readMessage(this.runtime, caseId, messageId);
    if (typeof message === 'string') return message;
    const { text, to, isToParty } = message;
    return { id: messageId, subject: subjectOf(number, text, isToParty), text, to };
  }
}

/** In the language of the message; a complaint is its customer's, not a party's. */
function subjectOf(number: string, text: string, isToParty: boolean): string {
  if (/\p{Script=Han}/u.test(text)) return `关于${isToParty ? '' : '您的'}投诉 ${number}`;
  return `About ${isToParty ? 'the' : 'your'} complaint ${number}`;
}
