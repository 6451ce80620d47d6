import type { CaseView } from '../case-queries.js';
import { isOpen } from '../clocks/clock-share.js';
import type { Draft, Reply } from './drafts.js';

interface Reached {
  phone?: string | null | undefined;
  /** Where the last mail went, or the customer's address. */
  to?: string | null | undefined;
}

/** A customer who was told nothing yet is told first that the complaint has arrived. */
export function firstReply(of: Pick<CaseView, 'clocks' | 'channel'>, reached: Reached): Reply {
  // Late, too: who was not told in time is still told first that it has arrived.
  const isFirst = of.clocks.some((clock) => clock.kind === 'acknowledge' && isOpen(clock));
  const kind = isFirst ? 'acknowledgement' : 'interim';
  const known = { to: reached.to ?? '', partyId: undefined, template: undefined };
  return { kind, channel: channelTo(of.channel, reached), text: '', ...known };
}

/**
 * Whether somebody chose what kind of message a kept draft is. That the complaint has arrived is what a message says by
 * itself until the customer was told: a draft of then was not chosen to say so again.
 */
export const isKindChosen = (
  { kind, template }: Pick<Draft, 'kind' | 'template'>,
  first: Pick<Reply, 'kind'>,
): boolean => template !== undefined || (kind !== first.kind && kind !== 'acknowledgement');

/** The channel that the complaint came by, unless nobody is reached by it: who came by is gone, and a phone is known. */
function channelTo(came: Reply['channel'], { phone, to }: Reached): Reply['channel'] {
  if (!phone) return came;
  return came === 'visit' || (came === 'email' && !to) ? 'phone' : came;
}
