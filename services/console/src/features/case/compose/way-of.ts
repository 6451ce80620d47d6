import type { Reply } from './drafts.js';

/**
 * What becomes of a message: a mail that leaves from here, a mail that cannot, what staff say or write themselves, or
 * what another system sends that subscribes to messages. The last two are recorded only.
 */
export type Way = 'mail' | 'no-mail' | 'by-hand' | 'handed-on';

const byHand: readonly Reply['channel'][] = ['phone', 'letter', 'visit'];

export function wayOf(channel: Reply['channel'], sendsMail: boolean): Way {
  if (channel === 'email') return sendsMail ? 'mail' : 'no-mail';
  return byHand.includes(channel) ? 'by-hand' : 'handed-on';
}
