import type { Channel, Envelope, MessageKind } from '#contracts';

/** The approved wording that a message was written from. */
export interface MessageTemplate {
  readonly id: string;
  readonly version: number;
}

/** Which answer to the customers of a mass incident a message is part of. */
export interface IncidentAnswer {
  /** The case that stands for the incident. */
  readonly caseId: string;
  readonly answer: string;
}

/** What passes between staff and the customer, or a party of the case, in writing, or is recorded of what was said. */
export type MessageCommand =
  | {
      type: 'send-message';
      kind: MessageKind;
      channel: Channel;
      text: Envelope;
      /** Of the parties; absent: to the customer. */
      partyId?: string;
      /** Of a mail, and where a party is reached. */
      to?: Envelope;
      template?: MessageTemplate;
      incident?: IncidentAnswer;
      sendAt?: number;
      by: string;
    }
  | { type: 'undo-message'; messageId: string; by: string };
