import type { Channel, Envelope, MessageKind } from '#contracts';

/** The approved wording that a message was written from. */
export interface MessageTemplate {
  readonly id: string;
  readonly version: number;
}

/** What passes between staff and the customer in writing, or is recorded of what was said. */
export type MessageCommand =
  | {
      type: 'send-message';
      kind: MessageKind;
      channel: Channel;
      text: Envelope;
      /** Of a mail. */
      to?: Envelope;
      template?: MessageTemplate;
      sendAt?: number;
      by: string;
    }
  | { type: 'undo-message'; messageId: string; by: string };
