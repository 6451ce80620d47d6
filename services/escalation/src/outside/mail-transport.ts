import { createTransport } from 'nodemailer';
import type { SendMailOptions, Transporter } from 'nodemailer';
import type { ServiceRuntime } from '#eventing';

/** A server that says nothing for so long is treated as one that failed. */
const answerWithinMs = 10_000;

/** How an attempt to hand a mail over went. */
export interface MailOutcome {
  /** The server's reply code, or what went wrong on the way to it. */
  outcome: string;
  isDelivered: boolean;
  /** Another attempt would meet the same. */
  isFinal?: boolean;
}

/** One mail; every attempt of it has the same `Message-ID`, made of its id. */
export interface OutgoingMail extends Pick<SendMailOptions, 'subject' | 'text' | 'headers'> {
  id: string;
  to: string;
  /** Shown as its sender, before the address. */
  fromName?: string;
}

/** The mail server of `SMTP_URL`, if there is one. */
export class MailTransport {
  private readonly transport?: Transporter;

  constructor(private readonly config: ServiceRuntime['config']) {
    const { smtpUrl } = config;
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

  get isSetUp(): boolean {
    return this.transport !== undefined;
  }

  /** @returns undefined when it was stopped meanwhile: that is nobody's failure */
  async send(mail: OutgoingMail, stopped: AbortSignal): Promise<MailOutcome | undefined> {
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

  private async deliver({ id, fromName, ...mail }: OutgoingMail): Promise<MailOutcome> {
    const { mailFrom, publicUrl = '' } = this.config;
    const { hostname } = new URL(publicUrl);
    const address = mailFrom ?? `clearline@${hostname}`;
    try {
      const from = fromName === undefined ? address : { name: fromName, address };
      await this.transport!.sendMail({ ...mail, from, messageId: `<${id}@${hostname}>` });
      return { outcome: '250', isDelivered: true };
    } catch (error) {
      return failureOf(error);
    }
  }
}

/** A server that refuses this address for good is asked no more; a person decides. */
function failureOf(error: unknown): MailOutcome {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  const isFinal = code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500;
  const outcome = responseCode === undefined ? (code ?? 'failed') : String(responseCode);
  return { outcome, isDelivered: false, isFinal };
}
