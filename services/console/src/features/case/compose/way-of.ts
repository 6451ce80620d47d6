import type { Reply } from './drafts.js';

/**
 * What becomes of a message: a mail that leaves from here, a mail that cannot, what staff say or write themselves, or
 * what another system sends that subscribes to messages. The last two are recorded only.
 */
export type Way = 'mail' | 'no-mail' | 'by-hand' | 'handed-on';

const byHand: readonly string[] = ['phone', 'letter', 'visit'];

/** What staff say or write themselves: nothing is sent, and nothing leaves. */
export const isByHand = (channel: unknown): boolean =>
  typeof channel === 'string' && byHand.includes(channel);

/** What a system of the house sends that subscribes to messages: nobody here knows whether it arrives. */
export const isHandedOn = (channel: unknown): boolean =>
  typeof channel === 'string' && channel !== 'email' && !isByHand(channel);

export function wayOf(channel: Reply['channel'], sendsMail: boolean): Way {
  if (channel === 'email') return sendsMail ? 'mail' : 'no-mail';
  return isHandedOn(channel) ? 'handed-on' : 'by-hand';
}
