import type { Channel, Envelope } from '#contracts';

/** The customer asks for nothing any more. */
export interface WithdrawCommand {
  type: 'withdraw';
  channel: Channel;
  note?: Envelope;
  by: string;
}
