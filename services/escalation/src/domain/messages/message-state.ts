import type { Channel, MessageKind } from '#contracts';

/** A message that has not left: its text is in the event that holds it. */
export interface HeldMessage {
  readonly id: string;
  readonly kind: MessageKind;
  readonly channel: Channel;
  readonly sendAt: number;
  /** Absent: the customer. */
  readonly partyId?: string;
  readonly by: string;
}

/** When the first held message leaves. */
export function nextSendInstant(held: readonly HeldMessage[] | undefined): number | undefined {
  return held && held.length > 0 ? Math.min(...held.map(({ sendAt }) => sendAt)) : undefined;
}
